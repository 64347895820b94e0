import { CAST_PEOPLE, CAST_SERVICES, type CastService } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { mayDo } from '@throughcare/domain/access/who-may'
import { accountableService } from '@throughcare/domain/handoff/accountable'
import {
  decideMove,
  HANDOFF_MOVES,
  type HandoffMove,
  OPEN_HANDOFF_STATUSES,
} from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import { type AreaSent, type Ground, type Presser, type Receiver, serviceOf, takes } from './ground.ts'

/** A handoff as the model holds it: what must stand in the database, and nothing that it was told by it but ids. */
export type Row = {
  id: string
  area: AreaSent
  receiver: Receiver
  status: HandoffStatus
  accountable: CastService
  worker: Presser | null
  previous: string | null
  moves: HandoffMove[]
}

export type Model = { rows: Row[]; now: Date }

/** The case of one sequence, and how often each thing happened in all of them. */
export type Real = { ground: Ground; of: StoryCase; tally: Tally; last: Repeat | null }
export type Tally = Map<string, number>
/** The last press that had an effect: pressed again it must answer the same and do nothing. */
export type Repeat = { again: () => Promise<unknown>; otherwise: () => Promise<unknown>; answer: unknown }

export function count(tally: Tally, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1)
}

/** The moves that somebody presses. Sending and timing out are commands of their own. */
export const PRESSED = [
  'acknowledge',
  'accept',
  'start',
  'finish',
  'reject',
  'return',
  'revoke',
  'resend',
  'close',
] as const
export type Pressed = (typeof PRESSED)[number]

export type Press = {
  move: Pressed
  who: Presser
  /** The page that was pressed on is older than the last move. */
  isStale: boolean
  /** For accept: who is named; null for oneself. */
  worker: Presser | null
  /** For resend: to whom. */
  to: Receiver
}

export const versionOf = (row: Row): number => row.moves.length - 1

const LIVE: readonly HandoffStatus[] = [
  'draft',
  'sent',
  'acknowledged',
  'accepted',
  'in-progress',
  'returned',
  'rejected',
]
export const liveIn = (model: Model, area: AreaSent): Row | undefined =>
  model.rows.find((row) => row.area === area && LIVE.includes(row.status))
export const isOpen = (row: Row): boolean => (OPEN_HANDOFF_STATUSES as readonly HandoffStatus[]).includes(row.status)

const END_OF = (row: Row, service: CastService) =>
  service === 'northgate' ? 'sending' : service === row.receiver ? 'receiving' : null

/** The move that a press is: naming another worker where one has it is giving it from one to the other. */
export const moveOf = ({ move, worker }: Press, row: Row): HandoffMove =>
  move === 'accept' && worker !== null && row.worker !== null ? 'reassign' : move

/** What the press must come to, by the rules of the domain alone: `ok`, or the code of the refusal. */
export function expected(model: Model, row: Row, press: Press): string {
  const { who, isStale, to } = press
  const { service, role } = CAST_PEOPLE[who]
  const side = END_OF(row, service)
  if (side === null) return 'not-found'
  if (isStale) return 'changed-meanwhile'
  const decision = decideMove(row.status, moveOf(press, row), side, 'said')
  if (!decision.ok) return decision.refusal === 'handoff.wrong-side' ? 'not-allowed' : decision.refusal
  const relation = side === 'sending' ? 'own' : 'accepted'
  if (!mayDo(role, `handoff.${press.move}`, relation, CAST_SERVICES[service].kind)) return 'not-allowed'
  if (press.move === 'accept') return takesIt(press) ? 'ok' : 'invalid-input'
  if (press.move !== 'resend') return 'ok'
  if (model.rows.some(({ previous }) => previous === row.id)) return 'handoff.sent-on-already'
  if (!takes(to, row.area)) return 'invalid-input'
  const live = liveIn(model, row.area)
  return live && live !== row ? 'changed-meanwhile' : 'ok'
}

/** Whoever has it must work there: oneself, or a colleague who is named. A manager names one. */
function takesIt({ who, worker }: Press): boolean {
  const named = worker ?? who
  return CAST_PEOPLE[named].role === 'caseworker' && serviceOf(named) === serviceOf(who)
}

/** What the model becomes by a press that was taken. */
export function apply(model: Model, row: Row, press: Press, followedBy: string | null): void {
  makeMove(row, moveOf(press, row))
  if (press.move === 'accept') row.worker = press.worker ?? press.who
  if (press.move === 'resend' && followedBy !== null)
    model.rows.push(newRow(followedBy, row.area, press.to, { previous: row.id }))
}

export function makeMove(row: Row, move: HandoffMove): void {
  row.status = HANDOFF_MOVES[move].to
  row.moves.push(move)
  row.accountable = answersFor(row, false)
}

/** A handoff that was just sent; `isHeir` where a time-out sent it to a service that had agreed. */
export function newRow(
  id: string,
  area: AreaSent,
  receiver: Receiver,
  { previous = null, isHeir = false }: { previous?: string | null; isHeir?: boolean } = {},
): Row {
  const row: Row = {
    id,
    area,
    receiver,
    status: 'sent',
    accountable: 'northgate',
    worker: null,
    previous,
    moves: ['send'],
  }
  return { ...row, accountable: answersFor(row, isHeir) }
}

function answersFor(row: Row, isFallbackSuccessor: boolean): CastService {
  return accountableService({
    status: row.status,
    sendingServiceId: 'northgate',
    receivingServiceId: row.receiver,
    isFallbackSuccessor,
  }) as CastService
}
