import { addDays, daysBetween, getPlainDate, PlainDate } from '../calendar/plain-date.ts'
import type { KitHolder, KitState } from './kit-codes.ts'
import { naloxoneInHand } from './naloxone-in-hand.ts'

/** A kit as far as the alerts ask. */
export type KitToWatch = {
  id: string
  state: KitState
  holder: KitHolder
  handedAt: Date | null
  /** As printed on the kit. */
  expiresOn: PlainDate | null
  goneAt: Date | null
  replacesId: string | null
  trainedOn: PlainDate | null
  /** It went on into a later case of the person, where it is kept up. */
  isCarriedOn?: boolean
}

/** What must be told about the kits of a case, the most urgent first. */
export const KIT_ALERTS = [
  'not-replaced',
  'left-in-prison',
  'released-without',
  'where-is-it',
  'replace-within-24-hours',
  'expired',
  'expires-today',
  'expires-within-30-days',
  'expires-within-60-days',
  'refresher-due',
] as const
export type KitAlertCode = (typeof KIT_ALERTS)[number]

/** Those for which somebody has to bring a kit now: told on lists of many people too. */
export const URGENT_KIT_ALERTS = [
  'not-replaced',
  'left-in-prison',
  'released-without',
  'expired',
] as const satisfies readonly KitAlertCode[]
export type UrgentKitAlert = (typeof URGENT_KIT_ALERTS)[number]

/** `by`: until when something is to be done. `on`: the printed day, or the day from which a refresher is due. */
export type KitAlert = { code: KitAlertCode; kitId: string | null; by: Date | null; on: PlainDate | null }

/** A used or lost kit is to be replaced within so many elapsed hours (rule NAL-2). */
export const REPLACED_WITHIN_HOURS = 24
/** From how many days before the printed expiry it is told (rule NAL-2). */
export const EXPIRY_TOLD_DAYS = { first: 60, second: 30 } as const
/** Whoever was shown how is shown again after so many months (rule NAL-3). */
export const REFRESHER_MONTHS = 12

const HOUR = 3_600_000
/** Kits that somebody would reach for. */
const THERE: readonly KitState[] = ['in-property', 'handed-over', 'at-home']

/**
 * What must be told about naloxone in this case now (rules NAL-1, NAL-2, NAL-3)? The most urgent first, of one kind the
 * earliest.
 *
 * The expiry is the printed one; on its printed day a kit is in date and told as "today". A kit that somebody declined for
 * themselves is no release without one. A kit that another one came in the place of is not asked for again.
 *
 * A kit that came along from an earlier stay is asked after until somebody says where it is; the earlier case asks for it no more.
 *
 * @param releasedAt null while the person is inside
 * @param today the calendar day at the place that looks
 */
export function kitAlerts(
  kits: readonly KitToWatch[],
  releasedAt: Date | null,
  { now, today }: { now: Date; today: PlainDate },
): KitAlert[] {
  const replaced = new Set(kits.map(({ replacesId }) => replacesId))
  const kept = kits.filter(({ isCarriedOn = false }) => !isCarriedOn)
  if (kept.length === 0 && kits.length > 0) return []
  const ofKits = kept.flatMap((kit): KitAlert[] => [
    ...(kit.state === 'not-known' && !replaced.has(kit.id)
      ? [{ code: 'where-is-it' as const, kitId: kit.id, by: null, on: null }]
      : []),
    ...goneAlert(kit, replaced.has(kit.id), now),
    ...(THERE.includes(kit.state) && !replaced.has(kit.id) ? expiryAlert(kit, today) : []),
  ])
  const told = [...ofKits, ...releaseAlert(kept, releasedAt, today), ...refresherAlert(kept, today)]
  const rank = ({ code }: KitAlert) => KIT_ALERTS.indexOf(code)
  const time = ({ by, on }: KitAlert) => by?.toISOString() ?? on ?? ''
  return told.toSorted((left, right) => rank(left) - rank(right) || (time(left) < time(right) ? -1 : 1))
}

function goneAlert({ id, goneAt }: KitToWatch, isReplaced: boolean, now: Date): KitAlert[] {
  if (goneAt === null || isReplaced) return []
  const by = new Date(goneAt.getTime() + REPLACED_WITHIN_HOURS * HOUR)
  return [{ code: now > by ? 'not-replaced' : 'replace-within-24-hours', kitId: id, by, on: null }]
}

function expiryAlert({ id, expiresOn }: KitToWatch, today: PlainDate): KitAlert[] {
  if (expiresOn === null) return []
  const days = daysBetween(today, expiresOn)
  const code =
    days < 0
      ? 'expired'
      : days === 0
        ? 'expires-today'
        : days <= EXPIRY_TOLD_DAYS.second
          ? 'expires-within-30-days'
          : days <= EXPIRY_TOLD_DAYS.first
            ? 'expires-within-60-days'
            : null
  return code ? [{ code, kitId: id, by: null, on: expiresOn }] : []
}

function releaseAlert(kits: readonly KitToWatch[], releasedAt: Date | null, today: PlainDate): KitAlert[] {
  if (releasedAt === null) return []
  const { kind } = naloxoneInHand(kits, releasedAt, today)
  const isWithThem = kits.some(
    ({ holder, state }) => holder === 'person' && (state === 'at-home' || state === 'used' || state === 'lost'),
  )
  if (kind === 'left-in-prison' && !isWithThem) return [{ code: 'left-in-prison', kitId: null, by: null, on: null }]
  return kind === 'none' && !isWithThem ? [{ code: 'released-without', kitId: null, by: null, on: null }] : []
}

/** Counted from the last time that anybody of the case was shown how. */
function refresherAlert(kits: readonly KitToWatch[], today: PlainDate): KitAlert[] {
  const [last] = kits.flatMap(({ trainedOn }) => trainedOn ?? []).toSorted((left, right) => (left < right ? 1 : -1))
  const on = last && refresherDueOn(last)
  return on && on <= today ? [{ code: 'refresher-due', kitId: null, by: null, on }] : []
}

/**
 * From which day is a refresher due: twelve months on, the same day of the month (rule NAL-3)? Shown how on 29 February, it is
 * due on 1 March.
 */
export function refresherDueOn(trainedOn: PlainDate): PlainDate {
  const next = `${Number(trainedOn.slice(0, 4)) + REFRESHER_MONTHS / 12}${trainedOn.slice(4)}`
  const parsed = PlainDate.safeParse(next.padStart(10, '0'))
  return parsed.success ? parsed.data : addDays(getPlainDate(`${next.slice(0, 4)}-02-28`), 1)
}
