import type { StoredCase } from '@throughcare/db/care-plan/stored-case'
import type { StoredKitOfPlan, StoredKitToWatch } from '@throughcare/db/naloxone/stored-kit'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { type KitAlert, type KitToWatch, kitAlerts } from '@throughcare/domain/naloxone/kit-alerts'
import { type KitOfPlan, kitOfPlan } from '@throughcare/domain/naloxone/kit-of-plan'

/** What the stored kits of a case say to its plan. */
export function planKitOf(kits: readonly StoredKitOfPlan[], releasedAt: Date | null): KitOfPlan {
  return kitOfPlan(
    kits.map((kit) => ({ ...kit, handedAt: instantOf(kit.handedAt), leftAt: instantOf(kit.leftAt) })),
    releasedAt,
  )
}

/** The stored kits of a case as the alerts and the question "in hand?" read them. */
export function kitsToWatch(kits: readonly StoredKitToWatch[]): KitToWatch[] {
  return kits.map((kit) => ({ ...kit, handedAt: instantOf(kit.handedAt), goneAt: instantOf(kit.goneAt) }))
}

/** A case as far as the alerts about its kits ask. */
type CaseWithKits = {
  categories: readonly string[]
  items: readonly { area: string; status: string }[]
  kits: readonly StoredKitToWatch[]
  releasedAt: string | null
}

/**
 * What must be told about the kits of a case. Nothing where naloxone is not open to the reader, and nothing about a missing
 * kit where nobody needs one.
 */
export function kitAlertsOf(
  { categories, items, kits, releasedAt }: CaseWithKits,
  today: PlainDate,
  now: Date,
): KitAlert[] {
  if (!categories.includes('naloxone')) return []
  const isNeeded = items.some((item) => item.area === 'naloxone' && item.status !== 'retired')
  const alerts = kitAlerts(kitsToWatch(kits), instantOf(releasedAt), { now, today })
  return alerts.filter(({ code }) => isNeeded || (code !== 'released-without' && code !== 'left-in-prison'))
}

/** The same of a stored case. */
export function kitAlertsOfCase(found: StoredCase, today: PlainDate, now: Date): KitAlert[] {
  const { part, items, kits, episode } = found
  return kitAlertsOf({ categories: part.categories, items, kits, releasedAt: episode.releasedAt }, today, now)
}

function instantOf(at: string | null): Date | null {
  return at === null ? null : new Date(at)
}
