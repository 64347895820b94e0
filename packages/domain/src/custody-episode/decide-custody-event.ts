import type { PlainDate } from '../calendar/plain-date.ts'
import { plainDateIn, type Zone } from '../calendar/zone.ts'
import { doesStop, type EventAnswer, type EventKind } from './custody-event-codes.ts'

/** An event of a case, with what was said to it. */
export type CustodyEvent = {
  kind: EventKind
  recordedBy: string
  serviceId: string
  answers: readonly EventAnswer[]
}

/** Does the event still hold: nobody took it back, and it is not over? */
export function doesStand({ answers }: { answers: readonly EventAnswer[] }): boolean {
  return !answers.includes('taken-back') && !answers.includes('over')
}

export type EventDecision =
  /** `endsOn`: the day, in the prison's calendar, on which custody ends by it; null when it ends nothing. */
  | { ok: true; endsOn: PlainDate | null }
  | {
      ok: false
      refusal:
        | 'custody-episode.in-the-future'
        | 'custody-episode.before-admission'
        | 'custody-episode.not-inside'
        | 'custody-episode.already-recorded'
    }

/**
 * May this event be recorded (rule REL-9)? A death may be told by every service that has the person; hospital and deportation
 * only by the prison that holds them. An episode ends only by the word of that prison: what others tell of somebody who is still
 * inside on the record stops the work and waits for it.
 */
export function decideEvent(
  episode: { admittedOn: PlainDate; endedOn: PlainDate | null; isHeldHere: boolean; zone: Zone },
  standing: readonly EventKind[],
  stated: { kind: EventKind; at: Date },
  now: Date,
): EventDecision {
  const { kind, at } = stated
  const isInsideHere = episode.isHeldHere && episode.endedOn === null
  if (standing.some(doesStop) || standing.includes(kind))
    return { ok: false, refusal: 'custody-episode.already-recorded' }
  if (kind !== 'died' && !isInsideHere) return { ok: false, refusal: 'custody-episode.not-inside' }
  if (at > now) return { ok: false, refusal: 'custody-episode.in-the-future' }
  const day = plainDateIn(at, episode.zone)
  if (day < episode.admittedOn) return { ok: false, refusal: 'custody-episode.before-admission' }
  return { ok: true, endsOn: doesStop(kind) && isInsideHere ? day : null }
}

export const ANSWER_REFUSALS = [
  'custody-episode.nothing-stands',
  'custody-episode.not-this-answer',
  'custody-episode.same-person',
  'custody-episode.already-confirmed',
  'custody-episode.not-yours-to-take-back',
  'custody-episode.admitted-again',
] as const
export type AnswerDecision = { ok: true } | { ok: false; refusal: (typeof ANSWER_REFUSALS)[number] }

/**
 * May this be said to the event? A death is confirmed by somebody else than whoever recorded it. It is taken back by the
 * service that recorded it or by the prison of the case, until somebody has been admitted again; that both entries stay is the
 * storage's.
 */
export function decideEventAnswer(
  event: CustodyEvent,
  answer: EventAnswer,
  by: { accountId: string; serviceId: string; isPrison: boolean },
  isAdmittedAgain: boolean,
): AnswerDecision {
  if (!doesStand(event)) return refuse('custody-episode.nothing-stands')
  switch (answer) {
    case 'confirmed':
      if (event.kind !== 'died') return refuse('custody-episode.not-this-answer')
      if (event.answers.includes('confirmed')) return refuse('custody-episode.already-confirmed')
      return event.recordedBy === by.accountId ? refuse('custody-episode.same-person') : { ok: true }
    case 'over':
      return event.kind === 'hospital' && by.isPrison ? { ok: true } : refuse('custody-episode.not-this-answer')
    case 'taken-back':
      if (isAdmittedAgain) return refuse('custody-episode.admitted-again')
      return by.isPrison || by.serviceId === event.serviceId
        ? { ok: true }
        : refuse('custody-episode.not-yours-to-take-back')
  }
}

function refuse(refusal: (typeof ANSWER_REFUSALS)[number]): AnswerDecision {
  return { ok: false, refusal }
}
