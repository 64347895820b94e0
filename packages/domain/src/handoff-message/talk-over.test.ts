import { expect, it } from 'vitest'
import { HANDOFF_STATUSES } from '../handoff/handoff-statuses.ts'
import { isTalkOver } from './handoff-message-inputs.ts'

const OVER = ['draft', 'revoked', 'closed', 'timed-out']

it.each(HANDOFF_STATUSES.map((status) => [status, OVER.includes(status) ? 'nobody' : 'the other end'] as const))(
  'on a handoff that is %s, %s is asked',
  (status, who) => expect(isTalkOver(status)).toBe(who === 'nobody'),
)
