import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { BarrierCard } from '../../../../../barrier/barrier-card.tsx'
import { BarrierForm } from '../../../../../barrier/barrier-form.tsx'
import { getBarrierFields } from '../../../../../barrier/get-barrier-fields.ts'
import { readCase } from '../../../../../care-plan/read-case.ts'
import { Letters } from '../../../../../evidence-letter/letters.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('barrier', 'page.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What stands in the way of one person, and what is out of it. */
export default async function BarriersPage({ params }: Props) {
  const { episodeId } = await params
  await readCase(episodeId)
  const caller = await api()
  const [of, t, letter] = await Promise.all([
    orNotFound(caller.barrier.byEpisode({ episodeId })),
    getTranslations('barrier'),
    getTranslations('evidence-letter'),
  ])
  const letters = of.readsLetters ? await orNotFound(caller.evidenceLetter.byEpisode({ episodeId })) : null
  const fields = await getBarrierFields(of, null)
  return (
    <Words nouns={['barrier', 'circumstance', 'evidence-letter']}>
      <Stack gap="large">
        <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
        <Section heading={t('list')}>
          <Stack gap="medium">
            {of.barriers.length === 0 && <EmptyState heading={t('none')}>{t('none-hint')}</EmptyState>}
            {of.barriers.map((barrier) => (
              <BarrierCard key={barrier.id} barrier={barrier} of={of} />
            ))}
          </Stack>
        </Section>
        {letters && (
          <Section heading={letter('heading')} lead={letter('lead')}>
            <Letters episodeId={episodeId} of={letters} />
          </Section>
        )}
        {of.writableAreas.length > 0 && (
          <Section heading={t('record')} card>
            <BarrierForm
              id="barrier-new"
              fields={fields}
              initial={{}}
              fixed={{ episodeId, barrierId: null, seenVersion: 0, resolvedOn: null, resolvedHow: null }}
              press={t('save')}
              done={t('saved')}
            />
          </Section>
        )}
      </Stack>
    </Words>
  )
}
