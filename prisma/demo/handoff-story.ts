import { addDays } from '@throughcare/domain/calendar/plain-date'
import type { Area } from '@throughcare/domain/checklist/areas'
import type { DemoCase } from './demo-case.ts'
import { type DemoServiceKey, SERVICES } from './demo-services.ts'
import { type HandoffDraft, heldSince, move, sendTo, statusOf } from './handoff-draft.ts'
import { hoursAfter, hoursBetween, minutesAfter, someTimeOn, whenOpenFrom } from './moments.ts'
import type { StageService } from './stage.ts'

/** The service that would take this person's treatment on: also named as dosing point before anything is sent. */
export function treatmentService(one: DemoCase): StageService {
  const { chance, shape, stage } = one
  return stage.services[
    shape.country === 'GB'
      ? chance.weighted(TREATMENT_GB[shape.prison])
      : shape.country === 'NO'
        ? 'lar'
        : 'drogenhilfe'
  ]
}

/** Hands the case over as it was handed over, area by area, up to what the services answered. */
export function tellHandoffs(one: DemoCase, treatment: StageService): HandoffDraft[] {
  const sentAt = whenSent(one)
  if (sentAt === null) return []
  const isLater = one.chance.isTrue(0.14)
  return areasToSend(one).flatMap((area, index) => {
    const at = isLater && index > 1 ? minutesAfter(sentAt, one.chance.int(40, 400)) : sentAt
    const service = receiverOf(one, area, treatment)
    if (!service || at >= one.stage.now) return []
    const draft = sendTo(one, { area, service, at })
    return [draft, ...answer(one, draft)]
  })
}

/** Which drafts does a service hold, and since when? The earliest first. */
export function heldBy(drafts: readonly HandoffDraft[], areas: readonly Area[]): { draft: HandoffDraft; from: Date }[] {
  return drafts
    .flatMap((draft) => {
      const from = areas.includes(draft.area) ? heldSince(draft) : null
      return from ? [{ draft, from }] : []
    })
    .toSorted((left, right) => left.from.getTime() - right.from.getTime())
}

function areasToSend(one: DemoCase): Area[] {
  const { truth, chance } = one
  const wants: [Area, boolean][] = [
    ['omt', truth.omt !== 'no'],
    ['naloxone', truth.usesOpioids && chance.isTrue(truth.omt === 'no' ? 0.45 : 0.12)],
    ['housing', !truth.hasHome && chance.isTrue(0.85)],
    ['benefits', truth.needsBenefit && chance.isTrue(0.7)],
    ['partner', truth.partnerWish === 'yes' && chance.isTrue(0.7)],
    ['health', truth.hasOtherMedicine && chance.isTrue(0.4)],
    ['support', truth.omt === 'no' && truth.usesOpioids && chance.isTrue(0.3)],
  ]
  const areas = wants.filter(([, is]) => is).map(([area]) => area)
  return one.special === null || areas.includes('omt') ? areas : ['omt', ...areas]
}

function receiverOf({ shape, stage }: DemoCase, area: Area, treatment: StageService): StageService | null {
  if (shape.country === 'DE') return stage.services.drogenhilfe
  const isTreatment = area !== 'housing' && area !== 'benefits'
  if (shape.country === 'NO') return stage.services[isTreatment ? 'lar' : 'nav']
  if (!isTreatment) return stage.services[area === 'housing' ? 'haven' : 'benefits']
  return treatment.kind === 'dosing-point' && area !== 'omt' ? stage.services.harbour : treatment
}

const TREATMENT_GB = {
  northgate: { harbour: 62, riverside: 24, millLane: 14 },
  eastfield: { riverside: 66, harbour: 26, millLane: 8 },
  fjordvik: { harbour: 1 },
} as const satisfies Record<string, Partial<Record<DemoServiceKey, number>>>

/** When the set went out; null where nobody sent one. */
function whenSent(one: DemoCase): Date | null {
  const { chance, shape, stage, prison, releasedAt, quality } = one
  const inOffice = (daysBefore: number, day = shape.leavesOn) =>
    day && someTimeOn(chance, addDays(day, -daysBefore), '08:20', '16:40', prison.zone)
  const known = (at: Date | null) => (at && at > one.knownFrom && at < stage.now ? at : null)
  if (shape.ended) return null
  if (releasedAt === null) {
    const share = {
      'leaving-today': 0.9,
      'this-week': 0.82,
      'next-28-days': 0.5,
      'date-passed': 0.7,
      'any-day': 0.14,
      later: 0.03,
    }
    if (!chance.isTrue(share[shape.standing as keyof typeof share] ?? 0)) return null
    return known(someTimeOn(chance, addDays(stage.today, -chance.int(1, 9)), '08:20', '16:40', prison.zone))
  }
  if (one.special === 'unanswered') return known(hoursAfter(releasedAt, -chance.int(30, 60)))
  switch (shape.release?.kind) {
    case 'planned':
      if (chance.isTrue(0.02 + (1 - quality) * 0.12) && one.special === null) return null
      return known(chance.isTrue(0.1) ? hoursAfter(releasedAt, -chance.int(1, 22)) : inOffice(chance.int(3, 19)))
    case 'short-notice':
      return one.special !== null || chance.isTrue(0.7 + quality / 4)
        ? known(hoursAfter(releasedAt, -chance.int(3, 44)))
        : null
    default:
      return one.special !== null || chance.isTrue(0.35 + quality)
        ? known(minutesAfter(shape.release?.recordedAt ?? releasedAt, chance.int(5, 160)))
        : null
  }
}

/** What the receiving service did with it, and what followed from that: another handoff where it was sent on. */
function answer(one: DemoCase, draft: HandoffDraft): HandoffDraft[] {
  const { chance, special } = one
  const isMain = draft.area === 'omt'
  const fate =
    isMain && special === 'unanswered'
      ? 'silent'
      : isMain && special === 'rejected'
        ? 'rejected'
        : one.special !== null
          ? 'taken'
          : chance.weighted(fates(one))
  switch (fate) {
    case 'taken':
      take(one, draft)
      return []
    case 'revoked':
      move(
        one,
        draft,
        'revoke',
        minutesAfter(draft.steps[0]?.at ?? one.knownFrom, chance.int(30, 2_000)),
        chance.pick(['release-changed', 'going-elsewhere', 'sent-by-mistake']),
      )
      return []
    case 'returned':
      return giveBack(one, draft, 'return', 'needs-information')
    case 'rejected':
      return giveBack(
        one,
        draft,
        'reject',
        chance.pick([
          'no-capacity',
          'no-capacity',
          'other-area',
          'other-service-better',
          'known-elsewhere',
          'person-declined',
        ]),
      )
    case 'silent':
      return special === 'unanswered' ? [] : afterSilence(one, draft)
  }
}

type Fate = 'taken' | 'revoked' | 'returned' | 'rejected' | 'silent'

function fates({ quality }: DemoCase): Record<Fate, number> {
  return { taken: 44 + 56 * quality, rejected: 6, revoked: 2, returned: 1, silent: 34 - 32 * quality }
}

/** Acknowledged in an open hour, accepted by somebody at once or later. */
function take(one: DemoCase, draft: HandoffDraft, after = draft.steps[0]?.at ?? one.knownFrom): void {
  const { chance } = one
  const delay = chance.weighted({ 2: 48, 10: 30, 40: 22 } as const)
  const at = whenOpenFrom(chance, draft.service.hours, 'open', hoursAfter(after, chance.next() * Number(delay)))
  if (at === null) return
  if (chance.isTrue(0.4)) {
    move(one, draft, 'accept', at)
    return
  }
  if (!move(one, draft, 'acknowledge', at)) return
  const accepted = whenOpenFrom(chance, draft.service.hours, 'open', hoursAfter(at, chance.next() * 26))
  if (accepted && chance.isTrue(0.9)) move(one, draft, 'accept', accepted)
}

/** Rejected or sent back: the sender is accountable again, and mostly finds somebody else. */
function giveBack(one: DemoCase, draft: HandoffDraft, how: 'reject' | 'return', reason: string): HandoffDraft[] {
  const { chance, stage } = one
  const at = whenOpenFrom(
    chance,
    draft.service.hours,
    'open',
    hoursAfter(draft.steps[0]?.at ?? one.knownFrom, chance.next() * 16),
  )
  if (at === null || !move(one, draft, how, at, reason)) return []
  const next = hoursAfter(at, chance.int(1, 9))
  if (how === 'return') {
    if (!move(one, draft, 'resend', next)) return []
    const answered = sendTo(one, { area: draft.area, service: draft.service, at: next }, draft)
    take(one, answered)
    return [answered]
  }
  const other = alternativeTo(one, draft)
  const isRecent = hoursBetween(at, stage.now) < 72
  if (other === null || !chance.isTrue(0.8) || (isRecent && one.special === 'rejected')) {
    if (!isRecent) move(one, draft, 'close', next, 'going-elsewhere')
    return []
  }
  if (!move(one, draft, 'resend', next)) return []
  const again = sendTo(one, { area: draft.area, service: other, at: next }, draft)
  take(one, again)
  return [again]
}

/** Nobody answered in time: the fallback that had agreed answers for it, or it is found late, or the sender lets it be. */
function afterSilence(one: DemoCase, draft: HandoffDraft): HandoffDraft[] {
  const { chance, stage } = one
  if (hoursBetween(draft.dueAt, stage.now) < 60) return []
  const fallback = fallbackOf(one, draft)
  if (fallback && chance.isTrue(0.75)) {
    if (!move(one, draft, 'time-out', draft.dueAt)) return []
    const next = sendTo(one, { area: draft.area, service: fallback, at: draft.dueAt, bySystem: true }, draft)
    take(one, next)
    return [next]
  }
  if (chance.isTrue(0.6)) {
    take(one, draft, hoursAfter(draft.dueAt, chance.int(2, 90)))
    return []
  }
  if (move(one, draft, 'time-out', draft.dueAt))
    move(one, draft, 'close', hoursAfter(draft.dueAt, chance.int(12, 80)), 'going-elsewhere')
  return []
}

function alternativeTo({ shape, stage }: DemoCase, { area, service }: HandoffDraft): StageService | null {
  if (shape.country !== 'GB' || area === 'housing' || area === 'benefits') return null
  return service.key === 'riverside' ? stage.services.harbour : stage.services.riverside
}

function fallbackOf({ stage }: DemoCase, { area, service }: HandoffDraft): StageService | null {
  const to = SERVICES[service.key].fallback?.to as DemoServiceKey | undefined
  return to && SERVICES[to].receives.includes(area) ? stage.services[to] : null
}

/** Is the handoff still somebody's work? */
export function isOpen(draft: HandoffDraft): boolean {
  return ['sent', 'acknowledged', 'accepted', 'in-progress', 'returned'].includes(statusOf(draft))
}
