import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { readCase, readMedication } from '../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../paths.ts'
import { AreaStandings } from '../../../../../release/area-standings.tsx'
import { RecallForm } from '../../../../../release/recall-form.tsx'
import { TelephoneTexts } from '../../../../../release/telephone-texts.tsx'
import { UndoReleaseForm } from '../../../../../release/undo-release-form.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { getFormat } from '../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('release', 'out.title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** What the press of "Released now" answers: who is open, who is not, who is accountable; and the way to take it back. */
export default async function ReleasedPage({ params }: Props) {
  const { episodeId } = await params
  const view = await readCase(episodeId)
  const caller = await api()
  const standing = await orNotFound(caller.release.standing({ episodeId }))
  const medication = await readMedication(episodeId)
  const [t, format] = await Promise.all([getTranslations('release'), getFormat()])
  const { areas, releasedAt, timeZone } = standing
  const open = new Set(areas.flatMap(({ service }) => (service?.opening.kind === 'open' ? [service.id] : []))).size
  const unseen = areas.filter(({ handoff }) => !handoff?.acknowledgedAt).length
  return (
    <Words nouns={['release', 'calendar']}>
      <Stack gap="large">
        <PageHeading
          lead={
            releasedAt
              ? t('out.lead', { at: format.instant(releasedAt, 'weekday', timeZone), open, unseen })
              : t('out.not-released')
          }
        >
          {t('out.heading')}
        </PageHeading>
        {releasedAt && (
          <ButtonRow>
            <LinkButton href={paths.printSheet(episodeId, 'person')} icon="print">
              {t('out.print')}
            </LinkButton>
            <LinkButton href={paths.handOver(episodeId)} variant="secondary">
              {t('out.hand-over')}
            </LinkButton>
          </ButtonRow>
        )}
        {releasedAt && (
          <Section heading={t('out.areas')}>
            {areas.length > 0 ? (
              <AreaStandings standing={standing} />
            ) : (
              <Notice tone="info">{t('out.nothing-open')}</Notice>
            )}
          </Section>
        )}
        <TelephoneTexts view={view} standing={standing} medication={medication} />
        {releasedAt && standing.undo.because !== 'release.admitted-again' && (
          <RecallForm
            episodeId={episodeId}
            version={standing.version}
            today={plainDateIn(new Date(standing.now), getZone(timeZone))}
          />
        )}
        <UndoReleaseForm episodeId={episodeId} version={standing.version} may={standing.undo.can} />
      </Stack>
    </Words>
  )
}
