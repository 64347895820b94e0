import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { Belongings } from '../../../../../belongings/belongings.tsx'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { Places } from '../../../../../housing/places.tsx'
import { KeptDates } from '../../../../../kept-date/kept-dates.tsx'
import { TreatmentsAway } from '../../../../../treatment-away/treatments-away.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('circumstance', 'page.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What a person comes back to: where they sleep, what is theirs, what is kept until when, treatment away. */
export default async function CircumstancesPage({ params }: Props) {
  const { episodeId } = await params
  await readCase(episodeId)
  const caller = await api()
  const [of, t] = await Promise.all([
    orNotFound(caller.circumstance.byEpisode({ episodeId })),
    getTranslations('circumstance'),
  ])
  const { places, belongings, keptDates, away, byRule, may } = of
  return (
    <Words nouns={['circumstance', 'housing', 'belongings', 'kept-date', 'treatment-away']}>
      <Stack gap="large">
        <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
        {places && (
          <Section heading={t('places')}>
            <Stack gap="medium">
              <Places episodeId={episodeId} places={places} mayRecord={may.recordPlace} />
            </Stack>
          </Section>
        )}
        {belongings && (
          <Section heading={t('belongings')} lead={t('keeping-rule')}>
            <Stack gap="medium">
              <Belongings episodeId={episodeId} belongings={belongings} mayRecord={may.recordBelongings} />
            </Stack>
          </Section>
        )}
        {keptDates && (
          <Section heading={t('kept')} lead={t('kept-lead')}>
            <Stack gap="medium">
              <KeptDates episodeId={episodeId} keptDates={keptDates} byRule={byRule} keep={may.keep} />
            </Stack>
          </Section>
        )}
        {away && (
          <Section heading={t('away')} lead={t('away-lead')}>
            <Stack gap="medium">
              <TreatmentsAway episodeId={episodeId} away={away} mayRecord={may.recordAway} />
            </Stack>
          </Section>
        )}
        {!places && !belongings && !keptDates && !away && <p>{t('nothing-open')}</p>}
      </Stack>
    </Words>
  )
}
