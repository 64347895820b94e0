import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../care-plan/read-case.ts'
import { RecordRequestForm } from '../../../../data-request/record-request-form.tsx'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { listedName } from '../../../../handoff/person-name.ts'
import { paths } from '../../../../paths.ts'
import { LegalHoldForm } from '../../../../retention/legal-hold-form.tsx'
import { mayHere } from '../../../../session/may-here.ts'
import { api, orNotFound } from '../../../../trpc/server.ts'
import { currentReader } from '../../../../words/current-reader.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('data-request', 'record.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What a person asks about what is written of them, and whether their records are kept for an inquiry. */
export default async function AddDataRequestPage({ searchParams }: Props) {
  const episodeId = idOrNotFound(String((await searchParams).case))
  const [mayRecord, mayHold, t, hold, reader, format] = await Promise.all([
    mayHere('data-request.record'),
    mayHere('retention.set-hold'),
    getTranslations('data-request'),
    getTranslations('retention.hold'),
    currentReader(),
    getFormat(),
  ])
  if (!mayRecord && !mayHold) forbidden()
  const caller = await api()
  const [{ person, now }, kept] = await Promise.all([
    readCase(episodeId),
    mayHold ? orNotFound(caller.retention.byEpisode({ episodeId })) : null,
  ])
  return (
    <Words nouns={['data-request', 'calendar', 'retention']}>
      <Stack gap="large">
        <PageHeading
          lead={<bdi>{listedName(person)}</bdi>}
          actions={
            <LinkButton href={paths.case(episodeId)} variant="secondary" icon="back">
              {t('page.case')}
            </LinkButton>
          }
        >
          {mayRecord ? t('record.heading') : hold('heading')}
        </PageHeading>
        {mayRecord && (
          <RecordRequestForm episodeId={episodeId} today={plainDateIn(new Date(now), getZone(reader.timeZone))} />
        )}
        {kept && (
          <Section
            heading={hold('heading')}
            lead={
              kept.hold
                ? hold('stands', { ...kept.hold, name: kept.hold.placedBy, at: format.instant(kept.hold.placedAt) })
                : hold('none')
            }
          >
            <LegalHoldForm episodeId={episodeId} isHeld={kept.hold !== null} />
          </Section>
        )}
      </Stack>
    </Words>
  )
}
