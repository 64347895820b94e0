import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../care-plan/read-case.ts'
import { RecordRequestForm } from '../../../../data-request/record-request-form.tsx'
import { idOrNotFound } from '../../../../handoff/id-or-not-found.ts'
import { listedName } from '../../../../handoff/person-name.ts'
import { paths } from '../../../../paths.ts'
import { LegalHoldForm } from '../../../../retention/legal-hold-form.tsx'
import { mayHere } from '../../../../session/may-here.ts'
import { currentReader } from '../../../../words/current-reader.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('data-request', 'record.title')

type Props = { readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What a person asks about what is written of them, and whether their records are kept for an inquiry. */
export default async function AddDataRequestPage({ searchParams }: Props) {
  const episodeId = idOrNotFound(String((await searchParams).case))
  const [mayRecord, mayHold, t, hold, reader] = await Promise.all([
    mayHere('data-request.record'),
    mayHere('retention.set-hold'),
    getTranslations('data-request'),
    getTranslations('retention.hold'),
    currentReader(),
  ])
  if (!mayRecord) forbidden()
  const { person, now } = await readCase(episodeId)
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
          {t('record.heading')}
        </PageHeading>
        <RecordRequestForm episodeId={episodeId} today={plainDateIn(new Date(now), getZone(reader.timeZone))} />
        {mayHold && (
          <section>
            <h2>{hold('heading')}</h2>
            <LegalHoldForm episodeId={episodeId} />
          </section>
        )}
      </Stack>
    </Words>
  )
}
