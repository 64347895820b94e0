import { HANDOFF_STATUSES, type HandoffSide, type HandoffStatus } from './handoff-statuses.ts'

type Move = {
  /** From which statuses; the guard of the UPDATE repeats them. */
  from: readonly HandoffStatus[]
  to: HandoffStatus
  by: HandoffSide
  /** Another side that may make it as well. */
  alsoBy?: HandoffSide
  /** Whether it means nothing without a reason. The table of moves in PostgreSQL checks the same. */
  needsReason: boolean
}

/**
 * The life of a handoff, as data. This table is the whole rule: the buttons on the page, the refusal of the server, the
 * guard in the SQL (`app.handoff_rules`) and docs/handoff.md are read from it, and tests hold them equal.
 *
 * Accepting implies acknowledging: it may be pressed on a handoff that is only sent, and writes both times. Nothing is
 * rejected once a named worker has it: then it is handed on, or revoked. "Resend" ends this handoff and opens the one that
 * follows it, which names it in `previous_id`, counts one attempt more and begins with a `send` of its own: each row's moves
 * fold to its own status. A time-out does the same without anybody's press: the system actor sends the successor to the
 * fallback service. Closing what was rejected, or was not answered, is the sender's review of it.
 */
export const HANDOFF_MOVES = {
  send: { from: ['draft'], to: 'sent', by: 'sending', alsoBy: 'system', needsReason: false },
  acknowledge: { from: ['sent'], to: 'acknowledged', by: 'receiving', needsReason: false },
  accept: { from: ['sent', 'acknowledged'], to: 'accepted', by: 'receiving', needsReason: false },
  start: { from: ['accepted'], to: 'in-progress', by: 'receiving', needsReason: false },
  finish: { from: ['accepted', 'in-progress'], to: 'done', by: 'receiving', needsReason: false },
  /** Another worker of the same service has it from now on, and begins anew. */
  reassign: {
    from: ['accepted', 'in-progress'],
    to: 'accepted',
    by: 'receiving',
    alsoBy: 'system',
    needsReason: false,
  },
  /** Its worker is there no more: the service has it, and nobody of it by name. */
  unassign: {
    from: ['accepted', 'in-progress'],
    to: 'acknowledged',
    by: 'receiving',
    alsoBy: 'system',
    needsReason: true,
  },
  reject: { from: ['sent', 'acknowledged'], to: 'rejected', by: 'receiving', needsReason: true },
  return: { from: ['sent', 'acknowledged'], to: 'returned', by: 'receiving', needsReason: true },
  resend: { from: ['returned', 'rejected', 'timed-out'], to: 'closed', by: 'sending', needsReason: false },
  revoke: {
    from: ['draft', 'sent', 'acknowledged', 'accepted', 'in-progress', 'returned'],
    to: 'revoked',
    by: 'sending',
    // The sender's account was closed while it was on its way.
    alsoBy: 'system',
    needsReason: true,
  },
  'time-out': { from: ['sent'], to: 'timed-out', by: 'system', needsReason: false },
  close: { from: ['rejected', 'timed-out'], to: 'closed', by: 'sending', needsReason: true },
} as const satisfies Record<string, Move>

export type HandoffMove = keyof typeof HANDOFF_MOVES

/** Every move, in the order of the table. */
export const HANDOFF_MOVE_CODES = Object.keys(HANDOFF_MOVES) as readonly HandoffMove[]

export const MOVE_REFUSALS = ['handoff.wrong-side', 'handoff.not-from-here', 'handoff.reason-missing'] as const
export type MoveRefusal = (typeof MOVE_REFUSALS)[number]

export type MoveDecision = { ok: true; to: HandoffStatus } | { ok: false; refusal: MoveRefusal }

/**
 * May this side make this move now? Total: every status, move and side has an answer.
 *
 * @param reason what the mover said, where a move needs one; a blank one is none
 */
export function decideMove(
  status: HandoffStatus,
  move: HandoffMove,
  side: HandoffSide,
  reason: string | null = null,
): MoveDecision {
  const rule: Move = HANDOFF_MOVES[move]
  if (rule.by !== side && rule.alsoBy !== side) return { ok: false, refusal: 'handoff.wrong-side' }
  if (!rule.from.includes(status)) return { ok: false, refusal: 'handoff.not-from-here' }
  if (rule.needsReason && (reason === null || reason.trim() === ''))
    return { ok: false, refusal: 'handoff.reason-missing' }
  return { ok: true, to: rule.to }
}

/** The moves to offer as buttons. One that needs a reason asks for it when pressed. */
export function movesFor(status: HandoffStatus, side: HandoffSide): HandoffMove[] {
  return HANDOFF_MOVE_CODES.filter((move) => decideMove(status, move, side, 'asked for when pressed').ok)
}

/** Statuses in which somebody still has to move: an open handoff. Rejected waits for its sender and counts as open. */
export const OPEN_HANDOFF_STATUSES = HANDOFF_STATUSES.filter(
  (status) => status !== 'done' && status !== 'revoked' && status !== 'closed' && status !== 'timed-out',
)

/**
 * What is the status after these moves? Null when one of them could not have happened: then history and status do not
 * belong together (invariant I-2).
 */
export function foldMoves(moves: readonly HandoffMove[]): HandoffStatus | null {
  return moves.reduce<HandoffStatus | null>((status, move) => {
    const rule: Move = HANDOFF_MOVES[move]
    return status !== null && rule.from.includes(status) ? rule.to : null
  }, 'draft')
}
