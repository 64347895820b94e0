import type { CoverView } from '@throughcare/api/cover-plan/cover-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { getCoverWords } from '../medication/get-cover-words.ts'

const TONE = {
  open: 'good',
  closed: 'urgent',
  'not-confirmed': 'urgent',
  'hours-unknown': 'unknown',
  'no-dosing-point': 'urgent',
  there: 'good',
  'not-there': 'urgent',
  yes: 'good',
  no: 'urgent',
  unknown: 'unknown',
} as const satisfies Record<string, Tone>

/** The three facts of each day from the release on: dosing hours, a prescription there, a way to get there. */
export async function FactsTable({ days }: Pick<CoverView, 'days'>) {
  const [t, words] = await Promise.all([getTranslations('cover-plan.facts'), getCoverWords()])
  const tag = (code: keyof typeof TONE, text: string) => <StatusTag tone={TONE[code]}>{text}</StatusTag>
  return (
    <Disclosure summary={t('summary')}>
      <Table
        caption={t('caption')}
        hideCaption
        size="small"
        columns={[
          { key: 'day', header: t('day'), isRowHeader: true },
          { key: 'cover', header: t('cover') },
          { key: 'dosing', header: t('dosing-head') },
          { key: 'prescription', header: t('prescription-head') },
          { key: 'reach', header: t('reach-head') },
        ]}
        rows={days.map(({ facts, ...day }) => ({
          key: day.day,
          cells: {
            day: words.days(day.day, day.day),
            cover: words.stateWords(day),
            dosing: facts ? tag(facts.dosing, t(`dosing.${facts.dosing}`)) : t('none'),
            prescription: facts ? tag(facts.prescription, t(`prescription.${facts.prescription}`)) : t('none'),
            reach: facts ? tag(facts.reachable, t(`reachable.${facts.reachable}`)) : t('none'),
          },
        }))}
      />
    </Disclosure>
  )
}
