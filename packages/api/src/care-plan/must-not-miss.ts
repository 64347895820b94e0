import type { StoredCase } from '@throughcare/db/care-plan/stored-case'
import { daysLeft, keepingAlert } from '@throughcare/domain/belongings/keeping-alert'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type NaloxoneInHand, naloxoneInHand } from '@throughcare/domain/naloxone/naloxone-in-hand'
import { mayLeaveAnyDay } from '@throughcare/domain/release/release-window'
import type { ShownClock } from '../handoff/shown-clock.ts'
import { kitAlertsOfCase, kitsToWatch } from '../naloxone/kits-of-case.ts'
import type { ItemView } from './case-view.ts'

/** What stands in the identity bar of every page of a case, the most urgent first. The gap in doses comes from the doses. */
export const MUST_NOT_MISS = [
  'not-confirmed-out',
  'overdose-contact-due',
  'kit-left-in-prison',
  'kit-not-replaced',
  'handoff-unanswered',
  'critical-overdue',
  'belongings-past',
  'belongings-go',
  'could-leave-any-day',
  'kit-not-in-hand',
  'interpreter',
] as const
export type MustNotMissCode = (typeof MUST_NOT_MISS)[number]

/** `count` where there may be several; `languages` where somebody has to be found who speaks one. */
export type MustNotMiss = { code: MustNotMissCode; count: number | null; languages: string[] }

/** A kit that is not in the hand is told in the last days inside and for as long as the person is out. */
const KIT_DAYS_BEFORE_RELEASE = 7

/** What must not be missed in this case, as far as the reader's service may see it. */
export function mustNotMiss(
  found: StoredCase,
  items: readonly ItemView[],
  clock: ShownClock,
  today: PlainDate,
  now: Date,
): MustNotMiss[] {
  const unanswered = found.handoffs.filter(
    (handoff) => handoff.status === 'sent' && handoff.dueAt !== null && new Date(handoff.dueAt) <= now,
  ).length
  const critical = items.filter((item) => item.isOverdue && item.critical).length
  const kit = kitAlert(found, clock, today)
  const alerts = kitAlertsOfCase(found, today, now)
  const belongings = keepingAlert(found.belongingsUntil, today)
  const isInside = clock.kind === 'not-released'
  const told: Record<MustNotMissCode, { when: boolean; count?: number }> = {
    'not-confirmed-out': { when: clock.kind === 'not-confirmed-out' },
    'overdose-contact-due': { when: found.overdoseContactDueAt !== null },
    'kit-left-in-prison': { when: kit === 'kit-left-in-prison' },
    'kit-not-replaced': { when: alerts.some(({ code }) => code === 'not-replaced') },
    'handoff-unanswered': { when: unanswered > 0, count: unanswered },
    'critical-overdue': { when: critical > 0, count: critical },
    'belongings-past': { when: belongings === 'past' },
    'belongings-go': {
      when: belongings === 'within-14-days' || belongings === 'within-3-days',
      count: daysLeft(found.belongingsUntil, today) ?? 0,
    },
    'could-leave-any-day': { when: isInside && mayLeaveAnyDay(statusOf(found)) },
    'kit-not-in-hand': { when: kit === 'kit-not-in-hand' },
    interpreter: { when: found.person.interpreterNeeded === true },
  }
  return MUST_NOT_MISS.filter((code) => told[code].when).map((code) => ({
    code,
    count: told[code].count ?? null,
    languages: code === 'interpreter' ? found.person.languages : [],
  }))
}

function statusOf({ episode }: StoredCase) {
  return { legalStatus: episode.legalStatus, certainty: episode.releaseCertainty }
}

function kitAlert(
  found: StoredCase,
  clock: ShownClock,
  today: PlainDate,
): 'kit-left-in-prison' | 'kit-not-in-hand' | null {
  const isNeeded = found.items.some((item) => item.area === 'naloxone' && item.status !== 'retired')
  if (!found.part.categories.includes('naloxone') || !isNeeded) return null
  const releasedAt = found.episode.releasedAt === null ? null : new Date(found.episode.releasedAt)
  const inHand: NaloxoneInHand = naloxoneInHand(kitsToWatch(found.kits), releasedAt, today)
  if (inHand.kind === 'left-in-prison') return 'kit-left-in-prison'
  if (inHand.kind !== 'none' && inHand.kind !== 'in-property') return null
  const isNear =
    clock.kind !== 'not-released' || (clock.daysToRelease !== null && clock.daysToRelease <= KIT_DAYS_BEFORE_RELEASE)
  return isNear ? 'kit-not-in-hand' : null
}
