import { ACCOUNTABLE_SIDE } from '@throughcare/domain/handoff/accountable'
import {
  HANDOFF_MOVE_CODES,
  HANDOFF_MOVES,
  type HandoffMove,
  movesFor,
  OPEN_HANDOFF_STATUSES,
} from '@throughcare/domain/handoff/handoff-moves'
import {
  HANDOFF_SIDES,
  HANDOFF_STATUSES,
  type HandoffSide,
  type HandoffStatus,
} from '@throughcare/domain/handoff/handoff-statuses'

/** What each status is called in prose, and what it means for the person. */
const STATUS: Record<HandoffStatus, [called: string, means: string]> = {
  draft: ['Draft', 'It is written down and has gone nowhere. Only the sending team knows of it.'],
  sent: ['Sent', 'The receiving service has it before it and has not answered. Its clock runs.'],
  acknowledged: ['Acknowledged', 'The service has the person. Nobody of it has them by name yet.'],
  accepted: ['Accepted', 'A worker of the service has the person, by name.'],
  'in-progress': ['In progress', 'The worker has begun.'],
  done: ['Done', 'What was handed over is done, and it is written down what came of it.'],
  rejected: [
    'Rejected',
    'The service does not take the person and has said why. The sending side reviews it: it is not over.',
  ],
  revoked: [
    'Revoked',
    'The sending side took it back. It never counts as done, and the service sees no more than its envelope.',
  ],
  'timed-out': [
    'Timed out',
    'Nobody answered in time. The fallback service has it, if one had agreed, and then it is not sent on a second time; the sending side reviews it after the release.',
  ],
  returned: ['Returned for information', 'The service cannot say yes or no before it knows something, and has asked.'],
  closed: ['Closed', 'The sending side has sent it on, or has reviewed it and lets it be.'],
}

/** What somebody does by each move. */
const DOES: Record<HandoffMove, string> = {
  send: 'send it',
  acknowledge: 'acknowledge it: “the service has the person”',
  accept: 'accept it in the name of a worker, which acknowledges it as well',
  start: 'begin',
  finish: 'say that it is done, and what came of it',
  reassign: 'give it to another worker of the service',
  unassign: 'put it back without a worker, because the one who had it is there no more',
  reject: 'not take it',
  return: 'ask back',
  resend: 'send it on: this one is closed, and a new one goes to the same service or to another',
  revoke: 'take it back',
  'time-out': 'give it up, because the time to answer is over',
  close: 'let it be, after reviewing what happened',
}

const WHO: Record<HandoffSide, string> = {
  sending: 'The sending side',
  receiving: 'The receiving service',
  system: 'The system by itself',
}

const BEGINS = `# The life of a handoff

A handoff hands one area of one release, such as the treatment or the bed, from a sending team to a receiving service. This page
says, in words, what can happen to it. It is made from the table that also decides the buttons on the page, the refusals of the
server and what the database lets in (packages/domain/src/handoff/handoff-moves.ts), and a test fails when it says something else.
To make it again: \`node_modules/.bin/node packages/i18n/src/write-handoff-page.ts\`.

What always holds:

- There is always exactly one service that answers for the person in this area. It is named on every page of the handoff.
- Each step is kept, with who made it, for which service and when. Nobody can change what is kept; the steps add up to where the
  handoff stands.
- Whoever presses on a page that is out of date is told what stands now, who moved it and when. The same press arriving twice is
  one step.
- A handoff that was taken back, or that nobody answered, never counts as done.
- Sending on keeps the history: the new handoff knows the old one and counts one attempt more. The sending side sees the whole
  chain; a receiving service sees its own handoff and the number of the attempt.
- Where the time to answer runs out and a fallback service had agreed beforehand, the handoff is closed and a new one to the
  fallback is opened in the same instant. The fallback answers for it from then on, and it is shown as not yet seen by anyone.
`

/** docs/handoff.md: the table of moves as a page of prose, for whoever does not read programs. */
export function handoffPage(): string {
  const sections = HANDOFF_STATUSES.map((status) => sectionOf(status))
  return `${BEGINS}\n${sections.join('\n')}\n${reasons()}`
}

function sectionOf(status: HandoffStatus): string {
  const [called, means] = STATUS[status]
  const isOpen = (OPEN_HANDOFF_STATUSES as readonly HandoffStatus[]).includes(status)
  const answers = ACCOUNTABLE_SIDE[status] === 'sending' ? 'the sending team' : 'the receiving service'
  const waits = isOpen ? 'Somebody still has to do something: it counts as open.' : 'It does not count as open.'
  const heir = status === 'sent' ? ' A fallback service that had agreed answers for it from the start.' : ''
  const lines = HANDOFF_SIDES.flatMap((side) => {
    const moves = movesFor(status, side)
    return moves.length === 0
      ? []
      : [`- ${WHO[side]} can ${inWords(moves.map((move) => `${DOES[move]}${why(move)}`))}.`]
  })
  const can = lines.length === 0 ? 'Nothing more can be done with it.' : lines.join('\n')
  return `## ${called}\n\n${means} ${waits}\n\nWho answers for the person: ${answers}.${heir}\n\n${can}\n`
}

const why = (move: HandoffMove): string => (HANDOFF_MOVES[move].needsReason ? ' (with a reason)' : '')

function reasons(): string {
  const asked = HANDOFF_MOVE_CODES.filter((move) => HANDOFF_MOVES[move].needsReason)
  return `## Reasons\n\nNobody can do these without saying why: ${inWords(
    asked.map((move) => DOES[move]),
    'and',
  )}.\n`
}

function inWords(parts: readonly string[], between: 'or' | 'and' = 'or'): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join('; ')}; ${between} ${parts.at(-1)}`
}
