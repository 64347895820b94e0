import type { ItemPage } from '@throughcare/api/checklist/get-item'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

type Event = ItemPage['history'][number]

/** Everything that was changed on an item: what was, what is, who, when and why. */
export async function ItemHistory({ history }: Pick<ItemPage, 'history'>) {
  const [t, checklist, document, plan, format] = await Promise.all([
    getTranslations('item-work.history'),
    getTranslations('checklist'),
    getTranslations('document'),
    getTranslations('care-plan'),
    getFormat(),
  ])
  if (history.length === 0) return <p>{t('none')}</p>
  return (
    <TimelineList
      label={t('label')}
      entries={history.map((event) => ({
        key: event.key,
        dateTime: event.at,
        when: format.instant(event.at, 'weekday'),
        title: titleOf(event),
        by: event.byRules ? t('by-rules') : event.by,
        children: reasonOf(event),
      }))}
    />
  )

  function titleOf(event: Event): string {
    const { field, old, new: to } = event
    if (field === 'status') {
      const status = (code: string | null): string => checklist(`status.${code}`)
      return old === null ? t('status-made', { new: status(to) }) : t('status', { old: status(old), new: status(to) })
    }
    if (field === 'document') {
      const what = document(`shows.${to ?? old}`)
      return t(to === null ? 'document-removed' : 'document-added', { what })
    }
    if (field === 'due') {
      const due = (at: string | null, none: string): string => (at === null ? none : format.instant(at, 'weekday'))
      return t('due', { old: due(old, t('no-time')), new: due(to, t(event.byRules ? 'rule' : 'no-time')) })
    }
    return t(field, { old: old ?? t('nobody'), new: to ?? t('nobody') })
  }

  function reasonOf({ field, reason, new: to }: Event): string | null {
    if (reason === null) return null
    if (field === 'due' && reason === 'rule-moved') return t('rule-moved')
    // The rules name the facts by their codes.
    if (field === 'status' && to === 'retired')
      return t('because', {
        reason: reason
          .split(' ')
          .map((fact) => (plan.has(`rule-fact.${fact}`) ? plan(`rule-fact.${fact}`) : plan('rule-gone')))
          .join(', '),
      })
    return t('because', { reason })
  }
}
