import { addDays, type PlainDate, weekday } from '../calendar/plain-date.ts'
import { type Injection, injectionsOf } from './injections.ts'
import type { Rhythm } from './medication-codes.ts'
import type { Treatment } from './medication-history.ts'
import { type DepotRuleSet, depotCoversTo } from './medicine-table.ts'
import type { DayRange, StandingDose } from './standing-doses.ts'

/** By what a day is covered. Where several would do, the first of this list is named. */
export const COVER_WAYS = ['supervised', 'take-home', 'rhythm', 'depot', 'custody-regime'] as const
export type CoverWay = (typeof COVER_WAYS)[number]

export type CoverSpan = DayRange & { way: CoverWay }

/** Days that recorded doses cover, and days on which some of a split day's doses are on record but not all. */
export type DoseSpans = { spans: CoverSpan[]; partly: ReadonlySet<PlainDate>; injections: readonly Injection[] }

type Treatments = ReadonlyMap<string, Treatment>

/**
 * Which days do these doses cover (rule DOSE-2)? Of doses given or issued only: a dose covers its days and those on
 * which its rhythm rests, split doses a day that has all of them, an injection its window. A dose of a treatment that
 * is not known here covers its own days and no more.
 */
export function doseSpans(doses: readonly StandingDose[], treatments: Treatments, rules: DepotRuleSet): DoseSpans {
  const spans: CoverSpan[] = []
  const injections = injectionsOf(doses, treatments)
  const split: StandingDose[] = []
  for (const dose of doses) {
    const treatment = treatments.get(dose.entry.treatmentId)
    const injection = injections.get(dose.entry.id)
    if (injection) {
      const { on, medicine, isFirst } = injection
      spans.push({ from: on, to: depotCoversTo(on, medicine, rules, isFirst), way: 'depot' })
    } else if (treatment?.rhythm === 'split') split.push(dose)
    else spans.push(...wholeDays(dose, treatment))
  }
  const { whole, partly } = splitDays(split, treatments)
  return { spans: [...spans, ...whole], partly, injections: [...injections.values()] }
}

/** A dose and the days that its rhythm covers from it, without the days said to be not taken. */
function wholeDays(dose: StandingDose, treatment: Treatment | undefined): CoverSpan[] {
  const { entry } = dose
  const way = entry.kind === 'take-home' ? 'take-home' : 'supervised'
  return rangesWithout({ from: entry.forDay, to: entry.toDay }, dose.notTaken).flatMap((range) => {
    const rests = treatment ? daysOfRest(treatment, range.to) : 0
    const own: CoverSpan = { ...range, way }
    return rests > 0 ? [own, { from: addDays(range.to, 1), to: addDays(range.to, rests), way: 'rhythm' }] : [own]
  })
}

/** How many days the prescribed rhythm rests after a dose on this day. */
export function daysOfRest(treatment: Pick<Treatment, 'rhythm' | 'rhythmWeekdays'>, day: PlainDate): number {
  const rests: Record<Rhythm, number> = {
    daily: 0,
    split: 0,
    depot: 0,
    'alternate-days': 1,
    'three-a-week': daysToNextOf(treatment.rhythmWeekdays, day) - 1,
  }
  return rests[treatment.rhythm]
}

/** Days from this one to the next of these weekdays; 1 when none are recorded, so that nothing is guessed. */
function daysToNextOf(weekdays: readonly number[], day: PlainDate): number {
  const today = weekday(day)
  const distances = weekdays.map((each) => ((each - today + 6) % 7) + 1)
  return distances.length > 0 ? Math.min(...distances) : 1
}

/** A split day is covered when all of its doses are on record. */
function splitDays(doses: readonly StandingDose[], treatments: Treatments) {
  const counted = new Map<string, { day: PlainDate; treatmentId: string; parts: number; isSupervised: boolean }>()
  for (const dose of doses)
    for (const range of rangesWithout({ from: dose.entry.forDay, to: dose.entry.toDay }, dose.notTaken))
      for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
        const key = `${dose.entry.treatmentId} ${day}`
        const before = counted.get(key)
        counted.set(key, {
          day,
          treatmentId: dose.entry.treatmentId,
          parts: (before?.parts ?? 0) + dose.entry.parts,
          isSupervised: (before?.isSupervised ?? false) || dose.entry.kind === 'supervised',
        })
      }

  const whole: CoverSpan[] = []
  const partly = new Set<PlainDate>()
  for (const { day, treatmentId, parts: found, isSupervised } of counted.values()) {
    if (found >= (treatments.get(treatmentId)?.dosesPerDay ?? 1))
      whole.push({ from: day, to: day, way: isSupervised ? 'supervised' : 'take-home' })
    else partly.add(day)
  }
  return { whole, partly }
}

/** A range with holes: what is left of it, in order. */
function rangesWithout(range: DayRange, holes: readonly DayRange[]): DayRange[] {
  return holes.reduce<DayRange[]>(
    (left, hole) =>
      left.flatMap((part) => {
        if (hole.to < part.from || part.to < hole.from) return [part]
        const before = { from: part.from, to: addDays(hole.from, -1) }
        const after = { from: addDays(hole.to, 1), to: part.to }
        return [before, after].filter((each) => each.from <= each.to)
      }),
    range.from <= range.to ? [range] : [],
  )
}
