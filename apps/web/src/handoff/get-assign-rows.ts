import type { InboxRow } from '@throughcare/api/handoff/find-inbox'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'
import type { AssignRow } from './assign-row.ts'
import { getClockWords } from './get-clock-words.ts'
import { listedName } from './person-name.ts'

/** Handoffs of the inbox as lines to be given out, in the reader's words. */
export async function getAssignRows(rows: readonly InboxRow[]): Promise<AssignRow[]> {
  const [t, list, area, format, clockWords] = await Promise.all([
    getTranslations('handoff'),
    getTranslations('handoff-list.assign'),
    getTranslations('area.name'),
    getFormat(),
    getClockWords(),
  ])
  return rows.map((row) => {
    const clock = clockWords(row.clock, row.prisonTimeZone, row.arrival === 'back-in-custody')
    const at = format.instant(row.dueAt, 'weekday')
    return {
      handoffId: row.id,
      version: row.version,
      person: listedName(row) || t('fact.nameless'),
      personFacts: [
        ...(row.dateOfBirth ? [t('fact.born', { day: format.day(row.dateOfBirth) })] : []),
        t('fact.from', { name: row.sendingName }),
      ],
      href: paths.handoff(row.id),
      area: area(row.area),
      out: [clock.value, clock.unit].filter(Boolean).join(' '),
      state:
        row.status === 'sent'
          ? t(row.isOverdue ? 'fact.overdue' : 'fact.answer-by', { at })
          : t(`status.${row.status}`),
      who: row.worker ?? list('nobody'),
      isUrgent: row.isOverdue,
    }
  })
}
