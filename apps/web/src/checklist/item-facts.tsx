import type { ItemPage } from '@throughcare/api/checklist/get-item'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { itemLook } from './item-looks.ts'

/** How an item stands, who answers for it, who does it, until when, and what it waits for. */
export async function ItemFacts({ item }: { readonly item: ItemPage }) {
  const [t, checklist, area, format] = await Promise.all([
    getTranslations('item-work'),
    getTranslations('checklist'),
    getTranslations('area'),
    getFormat(),
  ])
  const title = (code: string): string => (checklist.has(`item.${code}`) ? checklist(`item.${code}`) : code)
  const status = item.isOverdue
    ? t(item.critical ? 'fact.late-critical' : 'fact.late')
    : checklist(`status.${item.status}`)
  const due = item.dueAt ? format.instant(item.dueAt, 'weekday') : t('fact.no-due')
  return (
    <SummaryList
      rows={[
        { key: 'status', label: t('table.state'), value: <StatusTag {...itemLook(item)}>{status}</StatusTag> },
        ...(item.reason && item.status !== 'retired'
          ? [{ key: 'reason', label: t('item.reason'), value: item.reason }]
          : []),
        { key: 'area', label: t('item.area'), value: area(`name.${item.area}`) },
        { key: 'accountable', label: t('item.accountable'), value: item.accountableServiceName },
        { key: 'assigned', label: t('item.assigned'), value: item.assignee ?? t('fact.nobody') },
        {
          key: 'due',
          label: t('item.due'),
          value: item.dueByHand
            ? `${due} (${t('fact.by-hand')}). ${t('item.due-by-rule', { at: item.dueByRule ? format.instant(item.dueByRule, 'weekday') : t('fact.no-due') })}`
            : due,
        },
        ...(item.waitsFor.length > 0
          ? [{ key: 'waits', label: t('item.waits'), value: item.waitsFor.map(title).join(', ') }]
          : []),
        ...(item.holdsUp.length > 0
          ? [{ key: 'holds-up', label: t('item.holds-up'), value: item.holdsUp.map(title).join(', ') }]
          : []),
      ]}
    />
  )
}
