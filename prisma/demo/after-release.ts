import { plainDateIn, startOfDay } from '@throughcare/domain/calendar/zone'
import type { FirstNight } from '@throughcare/domain/outcome/outcome-codes'
import { chanceFrom } from './chance.ts'
import type { DemoCase } from './demo-case.ts'
import { type HandoffDraft, move } from './handoff-draft.ts'
import { heldBy, isOpen } from './handoff-story.ts'
import { earlier, hoursAfter, hoursBetween, minutesAfter, someTimeOn, whenOpenFrom } from './moments.ts'
import { recordDosesOutside } from './outside-doses.ts'
import type { StageService } from './stage.ts'
import type { TreatmentStory } from './treatment-rows.ts'

/** What happened outside, for the items of the plan. Null: it did not, or nobody wrote it down. */
export type AfterRelease = {
  arrivedAt: Date | null
  reachedAt: Date | null
  firstDoseAt: Date | null
  firstNightAt: Date | null
  treatmentStartedAt: Date | null
  hasDeclinedTreatment: boolean
}

const NOTHING_YET: AfterRelease = {
  arrivedAt: null,
  reachedAt: null,
  firstDoseAt: null,
  firstNightAt: null,
  treatmentStartedAt: null,
  hasDeclinedTreatment: false,
}

type Outside = { service: StageService; from: Date }

/** The first weeks outside: contacts, arrival, doses, the first night, and how each handoff came to its end. */
export function tellAfterRelease(
  one: DemoCase,
  drafts: readonly HandoffDraft[],
  treatment: TreatmentStory | null,
): AfterRelease {
  if (one.releasedAt === null) return NOTHING_YET
  const until = endOfStory(one, one.releasedAt)
  const lead = outsideOf(one.releasedAt, drafts, ['omt', 'naloxone', 'support', 'health'])
  const housing = outsideOf(one.releasedAt, drafts, ['housing'])
  const happened: AfterRelease = { ...NOTHING_YET }
  if (lead) {
    happened.arrivedAt = tellArrival(one, lead, one.releasedAt, until)
    happened.reachedAt = tellContacts(one, lead, one.releasedAt, until, happened.arrivedAt)
    const clinic = outsideOf(one.releasedAt, drafts, ['omt'])
    if (clinic && happened.arrivedAt) {
      if (treatment)
        happened.firstDoseAt = recordDosesOutside(one, treatment, clinic.service, happened.arrivedAt, until)
      else happened.treatmentStartedAt = startOfTreatment(one, happened.arrivedAt, until)
    }
    happened.hasDeclinedTreatment = one.truth.omt === 'wants' && !happened.treatmentStartedAt && one.chance.isTrue(0.12)
  }
  happened.firstNightAt = tellFirstNight(one, housing, one.releasedAt, until)
  if (one.backInsideOn && until < one.stage.now)
    addOutcome(one, lead?.service ?? one.prison, { kind: 'back-in-custody', at: until })
  for (const draft of drafts) endHandoff(one, draft, one.releasedAt, until, happened)
  return happened
}

/** Until when there is anything to tell: the load day, the day of a recall, or a death. */
function endOfStory(one: DemoCase, releasedAt: Date): Date {
  const { chance, stage, prison, backInsideOn } = one
  const back = backInsideOn ? hoursAfter(startOfDay(backInsideOn, prison.zone), 10) : stage.now
  const until = back > releasedAt ? earlier(back, stage.now) : hoursAfter(releasedAt, 5)
  if (backInsideOn || one.special || !chance.isTrue(0.006)) return until
  const diedAt = hoursAfter(releasedAt, chance.pick([9, 30, chance.int(50, 400), chance.int(200, 3_000)]))
  if (diedAt >= until) return until
  addOutcome(one, prison, { kind: 'died', at: diedAt })
  return diedAt
}

function outsideOf(
  releasedAt: Date,
  drafts: readonly HandoffDraft[],
  areas: Parameters<typeof heldBy>[1],
): Outside | null {
  const [first] = heldBy(drafts, areas)
  return first ? { service: first.draft.service, from: first.from > releasedAt ? first.from : releasedAt } : null
}

function tellArrival(one: DemoCase, { service, from }: Outside, releasedAt: Date, until: Date): Date | null {
  const { chance, quality, truth, special } = one
  const comes =
    special === 'did-not-arrive'
      ? false
      : special !== null || chance.isTrue(0.2 + 0.72 * quality + 0.25 * truth.steadiness)
  const days = special !== null ? 0 : Number(chance.weighted({ 0: 40, 1: 30, 2: 10, 4: 9, 9: 7, 16: 4 } as const))
  const at = whenOpenFrom(chance, service.hours, 'open', hoursAfter(from, days * 24 + chance.next() * 3 + 0.5))
  if (comes && at && at < until) {
    addOutcome(one, service, { kind: 'arrived', at })
    return at
  }
  const missed = whenOpenFrom(
    chance,
    service.hours,
    'open',
    hoursAfter(releasedAt, special === 'did-not-arrive' ? 4 : 26),
  )
  if (missed && missed < until && missed > from && (special !== null || chance.isTrue(0.62)))
    addOutcome(one, service, { kind: 'did-not-arrive', at: missed, reason: chance.weighted(WHY_NOT) })
  return null
}

/** Ours first, as the list is shown. */
const WHY_NOT = {
  'we-were-closed': 16,
  'turned-away': 7,
  'no-transport': 14,
  'told-wrong-place': 6,
  ill: 8,
  'chose-not-to': 11,
  'not-known': 38,
} as const

/** Tries to reach the person, until one of them does. */
function tellContacts(
  one: DemoCase,
  { service, from }: Outside,
  releasedAt: Date,
  until: Date,
  arrivedAt: Date | null,
): Date | null {
  const { chance, rows, episodeId } = one
  const tries = chance.int(arrivedAt ? 0 : 1, 3)
  let at: Date | null = hoursAfter(from > releasedAt ? from : releasedAt, chance.next() * 4)
  for (let attempt = 0; attempt < tries; attempt += 1) {
    at = whenOpenFrom(chance, service.hours, 'open', at)
    if (at === null || at >= until) return null
    const outcome = chance.weighted({
      reached: 34,
      'no-answer': 40,
      'message-left': 16,
      'wrong-number': 7,
      refused: 3,
    } as const)
    const recordedAt = minutesAfter(at, chance.int(1, 12))
    rows.contactAttempt.push({
      id: chance.id(recordedAt),
      episodeId,
      serviceId: service.id,
      channel: outcome === 'message-left' ? 'phone' : chance.weighted({ phone: 74, text: 14, visit: 12 } as const),
      outcome,
      note: chance.isTrue(0.2) ? chance.pick(NOTES[outcome]) : null,
      at,
      recordedAt,
      recordedBy: chance.pick(service.staff),
    })
    if (outcome === 'reached') return at
    at = hoursAfter(at, chance.int(3, 22))
  }
  return null
}

const NOTES = {
  reached: [
    'Will come in the morning',
    'On the bus, asks for the opening hours',
    'Has somewhere to sleep until Monday',
  ],
  'no-answer': ['Rings out', 'Try again before noon'],
  'message-left': ['Left our number, no name of the service'],
  'wrong-number': ['Number belongs to somebody else'],
  refused: ['Does not want to be rung, a text is fine'],
} as const

/** Who is not treated yet and wants to be: on the day on which the clinic says that it has begun. */
function startOfTreatment(one: DemoCase, arrivedAt: Date, until: Date): Date | null {
  const { chance, truth } = one
  if (truth.omt !== 'wants' || !chance.isTrue(0.35 + one.quality / 2)) return null
  const at = hoursAfter(arrivedAt, chance.int(1, 26) * 24)
  return at < until ? at : null
}

function tellFirstNight(one: DemoCase, housing: Outside | null, releasedAt: Date, until: Date): Date | null {
  const { chance, prison, truth, quality } = one
  const by = housing?.service ?? prison
  const isAsked = chance.isTrue((housing ? 0.62 : 0.42) + quality * 0.35) || one.special === 'accepted-and-dosed'
  const asked = whenOpenFrom(chance, by.hours, 'open', hoursAfter(releasedAt, chance.int(17, 30)))
  if (!isAsked || asked === null || asked >= until || hoursBetween(releasedAt, asked) > 200) return null
  const value: FirstNight = truth.hasHome
    ? chance.weighted({ 'confirmed-bed': 88, 'other-address': 12 } as const)
    : chance.weighted({
        'confirmed-bed': 30 + 40 * quality + (housing ? 16 : 0),
        'other-address': 26,
        street: 16,
        unknown: 7,
      } as const)
  const at = someTimeOn(chance, plainDateIn(releasedAt, prison.zone), '21:00', '23:30', prison.zone)
  if (at >= asked) return null
  addOutcome(one, by, { kind: 'first-night', at, value, recordedAt: asked })
  return asked
}

/** Work begun when the person came, and finished some weeks later; what nobody came for is finished as well. */
function endHandoff(
  one: DemoCase,
  draft: HandoffDraft,
  releasedAt: Date,
  until: Date,
  { arrivedAt, reachedAt }: AfterRelease,
): void {
  const { chance, stage } = one
  if (!isOpen(draft)) return
  const [held] = heldBy([draft], [draft.area])
  if (!held) return
  const met = arrivedAt ?? reachedAt ?? hoursAfter(releasedAt, 30)
  const from = met > held.from ? met : hoursAfter(held.from, 3)
  const accepted = hoursAfter(from, 0.1)
  move(one, draft, 'accept', accepted)
  if (chance.isTrue(0.5)) move(one, draft, 'start', hoursAfter(accepted, chance.int(1, 30)))
  const last =
    until < stage.now ? until : hoursAfter(releasedAt, 24 * (arrivedAt ? chance.int(9, 40) : chance.int(12, 26)))
  if (chance.isTrue(0.97)) move(one, draft, 'finish', last)
}

type Happening = { kind: string; at: Date; value?: string; reason?: string; recordedAt?: Date }

function addOutcome(one: DemoCase, by: StageService, { kind, at, value, reason, recordedAt }: Happening): void {
  const recorded = recordedAt ?? earlier(minutesAfter(at, one.chance.int(2, 30)), minutesAfter(one.stage.now, -1))
  if (recorded < at) return
  const id = one.chance.id(recorded)
  one.rows.outcome.push({
    id,
    episodeId: one.episodeId,
    category: kind === 'first-night' ? 'housing' : 'release',
    kind,
    value: value ?? null,
    reason: reason ?? null,
    at,
    serviceId: by.id,
    recordedAt: recorded,
    recordedBy: one.chance.pick(by.staff),
  })
  if (kind === 'died')
    one.rows.custodyEvent.push({
      id: chanceFrom(`died ${one.episodeId}`).id(recorded),
      episodeId: one.episodeId,
      kind,
      at,
      endedEpisode: false,
      outcomeId: id,
      recordedAt: recorded,
      serviceId: by.id,
      recordedBy: by.staff[0] as string,
    })
}
