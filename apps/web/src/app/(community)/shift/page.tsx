import { ShiftInput } from '@throughcare/domain/shift/shift-input'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Columns, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { listedName } from '../../../handoff/person-name.ts'
import { paths } from '../../../paths.ts'
import { PrintButton } from '../../../print-pack/print-button.tsx'
import { getOpenLists } from '../../../shift/get-open-lists.ts'
import { getShiftWords } from '../../../shift/get-shift-words.ts'
import styles from '../../../shift/shift.module.css'
import { ShiftForm } from '../../../shift/shift-form.tsx'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { typedMoment } from '../../../words/local-moment.ts'
import { pageTitle } from '../../../words/page-title.ts'

export const generateMetadata = pageTitle('shift', 'title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** What happened since the shift began, and what is still open: from the record, to be read or printed at the handover. */
export default async function ShiftPage({ searchParams }: Props) {
  const { day = null, time = null } = await searchParams
  const asked = ShiftInput.safeParse({ day, time })
  const caller = await api()
  const digest = await caller.shift.digest(asked.success ? asked.data : {})
  const [t, handoff, format, words, open] = await Promise.all([
    getTranslations('shift'),
    getTranslations('handoff.fact'),
    getFormat(),
    getShiftWords(),
    getOpenLists(),
  ])
  const began = typedMoment(digest.since, digest.timeZone)
  return (
    <Stack gap="large">
      <PageHeading
        lead={t('lead', { from: format.instant(digest.since, 'weekday') })}
        actions={<PrintButton text={t('print')} />}
      >
        {t('heading')}
      </PageHeading>
      <ShiftForm days={digest.days} day={began.day} time={began.time} />
      <Columns split="main-aside">
        <Section
          heading={t('happened')}
          lead={Object.entries(digest.counts)
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => `${count} ${t(`count.${kind}`, { count })}`)
            .join(', ')}
        >
          <Stack>
            {digest.isCut && <Notice tone="attention">{t('cut')}</Notice>}
            {digest.cases.length === 0 && <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>}
            {digest.cases.map(({ key, episodeId, familyName, givenNames, entries }) => (
              <Section
                key={key}
                headingLevel={3}
                heading={
                  episodeId ? (
                    <Link href={paths.case(episodeId)}>
                      <bdi>
                        {listedName({ familyName: familyName ?? '', givenNames: givenNames ?? '' }) ||
                          handoff('nameless')}
                      </bdi>
                    </Link>
                  ) : (
                    t('closed')
                  )
                }
              >
                <ul className={styles.lines}>
                  {entries.map((entry) => (
                    <li key={entry.key}>{words(entry)}</li>
                  ))}
                </ul>
              </Section>
            ))}
          </Stack>
        </Section>
        <Section heading={t('open')} card>
          <Stack>
            {open.map(({ key, count, href, rows }) => (
              <Section
                key={key}
                headingLevel={3}
                heading={
                  <Link href={href} data-count>
                    {`${count} ${t(`open-list.${key}`)}`}
                  </Link>
                }
              >
                <ul className={styles.lines}>
                  {count === 0 && <li>{t('nothing-open')}</li>}
                  {rows.map((row) => (
                    <li key={row.key}>
                      <Link href={row.href}>
                        <bdi>{listedName(row) || handoff('nameless')}</bdi>
                      </Link>
                      {row.dueAt && ` · ${t('due', { at: format.instant(row.dueAt, 'weekday') })}`}
                    </li>
                  ))}
                  {count > rows.length && <li>{t('more', { count: count - rows.length })}</li>}
                </ul>
              </Section>
            ))}
          </Stack>
        </Section>
      </Columns>
    </Stack>
  )
}
