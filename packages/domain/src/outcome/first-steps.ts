import type { ContactOutcome } from '../contact/contact-codes.ts'
import type { HandoffStatus } from '../handoff/handoff-statuses.ts'
import type { FirstNight } from './outcome-codes.ts'

/** What has to happen in the first 48 hours out, in the order in which it saves lives. */
export const FIRST_STEPS = ['acknowledge', 'reach', 'first-dose', 'first-night', 'next-appointment'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/**
 * How a step stands.
 *
 * done · waiting: it is somebody else's turn · to-do · tried: without success so far · covered: no dose needed yet, a
 * take-home dose or a depot lasts · sent-back: a service said no · nothing-sent: nobody outside was asked · street, unknown:
 * answers about the first night that are no bed.
 */
export const FIRST_STEP_STATES = [
  'done',
  'waiting',
  'to-do',
  'tried',
  'covered',
  'sent-back',
  'nothing-sent',
  'street',
  'unknown',
] as const
export type FirstStepState = (typeof FIRST_STEP_STATES)[number]

/** What is known of the first hours, as far as the reader may see it. */
export type FirstHoursFacts = {
  /** The newest handoff of each area. */
  handoffs: readonly { status: HandoffStatus }[]
  /** Since the release, in any order. */
  contacts: readonly { outcome: ContactOutcome }[]
  /** Whether a service outside had the person before it. */
  hasArrived: boolean
  /** Null: no treatment, or not for this reader to see; the step is then left out. */
  dose: 'given' | 'covered' | 'none' | null
  /** Undefined: not for this reader to see; null: nobody has said. */
  firstNight: FirstNight | null | undefined
  /** Whether something is booked that still lies ahead. */
  hasNextAppointment: boolean
}

export type FirstStepView = {
  step: FirstStep
  state: FirstStepState
  /** The first step that somebody can still do something about. One at most. */
  isNext: boolean
}

/** How do the five steps stand, and which comes next? Steps that the reader's categories do not open are left out. */
export function firstSteps(facts: FirstHoursFacts): FirstStepView[] {
  const states: [FirstStep, FirstStepState | null][] = [
    ['acknowledge', acknowledgement(facts.handoffs)],
    ['reach', reaching(facts)],
    ['first-dose', facts.dose && DOSE_STATE[facts.dose]],
    ['first-night', facts.firstNight === undefined ? null : NIGHT_STATE[facts.firstNight ?? 'not-asked']],
    ['next-appointment', facts.hasNextAppointment ? 'done' : 'to-do'],
  ]
  const shown = states.flatMap(([step, state]) => (state ? [{ step, state }] : []))
  const next = shown.find(({ state }) => !SETTLED.includes(state))?.step
  return shown.map(({ step, state }) => ({ step, state, isNext: step === next }))
}

/** Nothing to be done about it now. A covered dose is settled until the cover ends; the dose strip says when. */
const SETTLED: readonly FirstStepState[] = ['done', 'covered']

const DOSE_STATE = { given: 'done', covered: 'covered', none: 'to-do' } as const satisfies Record<
  string,
  FirstStepState
>

const NIGHT_STATE = {
  'confirmed-bed': 'done',
  'other-address': 'done',
  street: 'street',
  unknown: 'unknown',
  'not-asked': 'to-do',
} as const satisfies Record<FirstNight | 'not-asked', FirstStepState>

const SENT_BACK: readonly HandoffStatus[] = ['rejected', 'timed-out', 'returned']
const ENDED: readonly HandoffStatus[] = ['revoked', 'closed', 'draft']

/** The worst of them counts: one area that nobody took is a person whom nobody has for it. */
function acknowledgement(handoffs: FirstHoursFacts['handoffs']): FirstStepState {
  const live = handoffs.filter(({ status }) => !ENDED.includes(status))
  if (live.length === 0) return 'nothing-sent'
  if (live.some(({ status }) => SENT_BACK.includes(status))) return 'sent-back'
  return live.some(({ status }) => status === 'sent') ? 'waiting' : 'done'
}

function reaching({ contacts, hasArrived }: FirstHoursFacts): FirstStepState {
  if (hasArrived || contacts.some(({ outcome }) => outcome === 'reached')) return 'done'
  return contacts.length > 0 ? 'tried' : 'to-do'
}
