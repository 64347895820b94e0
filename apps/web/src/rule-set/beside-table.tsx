import type { ComparedSide, RuleSetsOfKind } from '@throughcare/api/rule-set/get-rule-sets-of-kind'
import type { TimeUnit } from '@throughcare/domain/deadline-rule/deadline-body'
import type { ComparedLine } from '@throughcare/domain/rule-set/compare-rule-sets'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { getRuleSetWords } from './get-rule-set-words.ts'

type Props = { readonly beside: NonNullable<RuleSetsOfKind['beside']> }

/** Two versions line by line. Where they differ the line says so in a word, not by a colour. */
export async function BesideTable({ beside }: Props) {
  const [t, medication, { format, time }] = await Promise.all([
    getTranslations('rule-set'),
    getTranslations('medication'),
    getRuleSetWords(),
  ])
  return (
    <Table
      caption={t('beside.caption')}
      hideCaption
      columns={[
        { key: 'what', header: t('beside.what'), isRowHeader: true },
        { key: 'left', header: sideOf(beside.left) },
        { key: 'right', header: sideOf(beside.right) },
        { key: 'differs', header: t('beside.differs') },
      ]}
      rows={beside.lines.map((line) => ({
        key: keyOf(line),
        cells: {
          what: whatOf(line),
          left: cellOf(line, line.left),
          right: cellOf(line, line.right),
          differs: line.differs ? <StatusTag tone="attention">{t('beside.yes')}</StatusTag> : t('beside.no'),
        },
      }))}
    />
  )

  function sideOf({ version, state }: ComparedSide): string {
    if (state === 'shipped') return t('beside.shipped', { version })
    return t('beside.version', { version, state: t(`state.${state}`) })
  }

  function whatOf(line: ComparedLine): string {
    if (line.field === 'band') return t('band.from', { days: line.fromDays, group: t(`band.${line.appliesTo}`) })
    if (line.field === 'window') {
      const day = t(`window.${line.day}`)
      return `${medication(`medicine.${line.medicine}`)}: ${line.isFirst ? t('window.first', { what: day }) : day}`
    }
    if (line.field === 'time') return t(`time.step.${line.step}`)
    return t(`beside.${line.field}`)
  }

  function cellOf(line: ComparedLine, value: ComparedLine['left']): string {
    if (value === null) return line.field === 'approver' ? t('note.not-confirmed') : t('beside.not-said')
    if (line.field === 'band') return t(`band.${value as 'watch'}`)
    if (line.field === 'time') {
      const [count, unit] = String(value).split(' ')
      return time({ count: Number(count), unit: unit as TimeUnit })
    }
    return line.field === 'reviewBy' ? format.day(String(value), 'long') : String(value)
  }
}

function keyOf(line: ComparedLine): string {
  if (line.field === 'band') return `${line.fromDays} ${line.appliesTo}`
  if (line.field === 'window') return `${line.medicine} ${line.day} ${line.isFirst}`
  return line.field === 'time' ? `time ${line.step}` : line.field
}
