import type { Area } from '../checklist/areas.ts'
import type { LegalSource } from './country-pack.ts'

/** One step of looking for somebody who did not arrive. Its title is `checklist.item.<code>`. */
export type MissingStep = {
  /** Minutes from the press. */
  dueMinutes: number
  critical: boolean
  /** Only where one of these areas was handed over; null: always. */
  onlyFor: readonly Area[] | null
  /** Only where a supporter may be told that the person is out. */
  onlyWithSupporter?: true
  /** Where it stands in that country. Null: our default, not a guideline. */
  source: LegalSource | null
}

/**
 * What is done when somebody does not arrive, until a country's own protocol is known: the nearest first. Ours, not a guideline;
 * nobody has read a country's protocol for it yet. Rule ARR-2.
 */
export const OUR_MISSING_STEPS = {
  'not-arrived-ring-person': { dueMinutes: 60, critical: true, onlyFor: null, source: null },
  'not-arrived-ring-sender': { dueMinutes: 60, critical: true, onlyFor: null, source: null },
  'not-arrived-ask-dosing-point': { dueMinutes: 120, critical: true, onlyFor: ['omt', 'health'], source: null },
  'not-arrived-ring-supporter': {
    dueMinutes: 240,
    critical: false,
    onlyFor: null,
    onlyWithSupporter: true,
    source: null,
  },
  'not-arrived-keep-place': { dueMinutes: 240, critical: false, onlyFor: null, source: null },
  'not-arrived-go-and-look': { dueMinutes: 1440, critical: true, onlyFor: null, source: null },
} as const satisfies Record<string, MissingStep>

export type MissingStepCode = keyof typeof OUR_MISSING_STEPS

/** Every code of every protocol, for the words and for whoever renews a plan: these items are no rule's. */
export const MISSING_STEP_CODES = Object.keys(OUR_MISSING_STEPS) as readonly MissingStepCode[]

/** The protocol of each country's pack, by its code; a country that is not here has ours. */
const PROTOCOLS: Readonly<Record<string, Readonly<Record<string, MissingStep>>>> = {
  be: OUR_MISSING_STEPS,
  de: OUR_MISSING_STEPS,
  fr: OUR_MISSING_STEPS,
  'gb-england-wales': OUR_MISSING_STEPS,
  no: OUR_MISSING_STEPS,
  pt: OUR_MISSING_STEPS,
}

/** A step that somebody has to do now. */
export type DueMissingStep = { code: MissingStepCode; dueAt: Date; critical: boolean }

/**
 * Which steps are due, and when, after the press of `now`?
 *
 * @param pack the code of the country's pack; null where there is none
 * @param area for which the person was expected
 * @param maySupporterBeTold whether whoever looks may tell a supporter that the person is out: else nobody is rung who must not know
 *   (rule CON-5)
 */
export function missingSteps(
  pack: string | null,
  area: Area,
  now: Date,
  maySupporterBeTold: boolean,
): DueMissingStep[] {
  const protocol = (pack === null ? undefined : PROTOCOLS[pack]) ?? OUR_MISSING_STEPS
  return Object.entries(protocol)
    .filter(([, step]) => step.onlyFor === null || step.onlyFor.includes(area))
    .filter(([, step]) => maySupporterBeTold || step.onlyWithSupporter !== true)
    .map(([code, { dueMinutes, critical }]) => ({
      code: code as MissingStepCode,
      dueAt: new Date(now.getTime() + dueMinutes * 60_000),
      critical,
    }))
}

/** Is it a step of looking for somebody, which no rule of a plan asks for and none takes back? */
export function isMissingStep(code: string): code is MissingStepCode {
  return Object.hasOwn(OUR_MISSING_STEPS, code)
}
