import type { Actor } from '@throughcare/db/actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { recordScreen, recordScreenDown } from '@throughcare/db/now-board/now-screen-repository'
import type { PutUpInput, TakeDownInput } from '@throughcare/domain/now-board/now-board-inputs'
import { AppError } from '../app-error.ts'
import { perform } from '../perform.ts'
import { screenKey } from './screen-key.ts'

export type ScreenPutUp = { screenId: string; until: string; key: string }

/**
 * Hangs the counts of the actor's service on a wall: a screen at which nobody is signed in. The key stands in no row and in no kept
 * answer; the same press has the same key.
 */
export async function putUpScreen(actor: Actor, input: PutUpInput): Promise<ScreenPutUp> {
  const put = await perform(actor, 'now-board.put-up', input, async (deed) => {
    const { screenId, until } = await recordScreen(deed, input.place)
    await recordAudit(deed, { action: 'now-board.put-up', requestId: input.requestId })
    return { screenId, until: until.toISOString() }
  })
  return { ...put, key: screenKey(put.screenId) }
}

/**
 * Takes a screen of the actor's service off: it is dark at its next question, a second later.
 *
 * @throws AppError `not-found` when it hangs nowhere in the actor's service
 */
export function takeDownScreen(actor: Actor, input: TakeDownInput): Promise<{ screenId: string }> {
  return perform(actor, 'now-board.take-down', input, async (deed) => {
    if (!(await recordScreenDown(deed, input.screenId))) throw new AppError('not-found')
    await recordAudit(deed, { action: 'now-board.take-down', requestId: input.requestId })
    return { screenId: input.screenId }
  })
}
