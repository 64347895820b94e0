import type { DoseListRow } from '@throughcare/api/dose-list/dose-list-row'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { WhatToDo } from '../../../dose-alert/what-to-do.tsx'
import { DoseFacts } from '../../../dose-list/dose-facts.tsx'
import { DoseRows } from '../../../dose-list/dose-rows.tsx'
import { DoubleDoseCalls } from '../../../dose-list/double-dose-calls.tsx'
import { KeyLegend } from '../../../dose-list/key-legend.tsx'
import { listedName } from '../../../handoff/person-name.ts'
import { KeepFresh } from '../../../live/keep-fresh.tsx'
import { getCoverWords } from '../../../medication/get-cover-words.ts'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { typedMoment } from '../../../words/local-moment.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('dose-list', 'page.title')

/** Whose doses this service gives today, one press each; before the release in prison, after it outside. */
export default async function DoseListPage() {
  const caller = await api()
  const [list, t, format, cover] = await Promise.all([
    caller.doseList.today(),
    getTranslations('dose-list'),
    getFormat(),
    getCoverWords(),
  ])
  const given = typedMoment(list.now, list.timeZone)
  const expected = list.rows.filter((row) => row.expectation === 'expected')
  const covered = list.rows.filter((row) => row.expectation === 'covered')
  const open = expected.filter((row) => !row.entries.some(({ outcome }) => outcome !== 'unknown')).length
  return (
    <Words nouns={['dose-list', 'medication', 'dose', 'calendar']}>
      <Stack gap="large">
        <KeepFresh />
        <PageHeading lead={[format.day(list.today, 'long'), openingWords()].filter(Boolean).join('. ')}>
          {t('page.heading')}
        </PageHeading>
        <DoubleDoseCalls />
        {list.rows.length === 0 && <EmptyState heading={t('empty.heading')}>{t('empty.text')}</EmptyState>}
        {expected.length > 0 && (
          <Section heading={t('expected.heading', { count: expected.length })} lead={t('expected.lead', { open })}>
            <KeyLegend />
            <DoseRows label={t('expected.label')} rows={expected.map(shown)} given={given} />
          </Section>
        )}
        {covered.length > 0 && (
          <Section heading={t('covered.heading', { count: covered.length })} lead={t('covered.lead')}>
            <DoseRows label={t('covered.label')} rows={covered.map(shown)} given={given} />
          </Section>
        )}
      </Stack>
    </Words>
  )

  function shown(row: DoseListRow) {
    const name = listedName(row) || t('fact.nameless')
    return {
      row,
      name,
      facts: <DoseFacts row={row} name={name} />,
      ifIntoxicated: <WhatToDo routing={row.ifIntoxicated} alerts={[]} />,
    }
  }

  function openingWords(): string {
    const { opening } = list
    if (opening === null) return ''
    if (opening.kind === 'closed')
      return t('opening.closed', { why: cover.closed(opening.because, opening.holiday, opening.reason) })
    return opening.kind === 'open' ? '' : t('opening.unknown')
  }
}
