import type { CaseView, ItemView } from '@throughcare/api/care-plan/case-view'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { dueFromRelease } from './due-words.ts'

/** Items of one case in the reader's words. Times are read in the zone of the prison, whose days they were counted in. */
export async function getItemWords(view: Pick<CaseView, 'prison' | 'episode'>) {
  const [t, plan, format] = await Promise.all([getTranslations('checklist'), getTranslations('care-plan'), getFormat()])
  const zone = view.prison.timeZone
  const isCountedFromRelease = view.episode.releaseDate !== null || view.episode.releasedAt !== null

  const title = (code: string): string => (t.has(`item.${code}`) ? t(`item.${code}`) : code)

  const at = (instant: string): string => format.instant(instant, 'weekday', zone)

  const relative = (minutes: number): string => dueFromRelease(t, minutes)

  /** When it is due: relative to the release and as a date. */
  const due = ({ dueAt, dueByHand, dueOffsetMinutes }: ItemView): string => {
    if (dueAt === null) return dueOffsetMinutes === null ? t('due.none') : relative(dueOffsetMinutes)
    // What somebody set says nothing of so many days before the release.
    return isCountedFromRelease && dueOffsetMinutes !== null && !dueByHand
      ? `${relative(dueOffsetMinutes)}, ${at(dueAt)}`
      : t('due.by', { when: at(dueAt) })
  }

  const reason = ({ status, reason: said }: Pick<ItemView, 'status' | 'reason'>): string | null => {
    if (said === null) return null
    if (status !== 'retired') return t('reason.said', { reason: said })
    const facts = said
      .split(' ')
      .map((fact) => (plan.has(`rule-fact.${fact}`) ? plan(`rule-fact.${fact}`) : plan('rule-gone')))
    return t('reason.facts', { facts: [...new Set(facts)].join(', ') })
  }

  /** Who set it, and when. */
  const by = ({ statusAt, statusBy, setByRules }: ItemView): string | null => {
    if (statusAt === null) return null
    const when = at(statusAt)
    return setByRules ? t('by.rules', { when }) : t('by.person', { name: statusBy ?? '', when })
  }

  const status = (item: ItemView): string => {
    if (!item.isOverdue) return t(`status.${item.status}`)
    return item.critical ? t('state.overdue-critical') : t('state.overdue')
  }

  return { title, at, due, reason, by, status }
}
