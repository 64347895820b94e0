import { randomUUID } from 'node:crypto'
import type { AppError } from '../src/app-error.ts'

/** Why a press was refused. Throws when it was not. */
export async function refusalOf(pressed: Promise<unknown>): Promise<AppError> {
  const error = await pressed.then(
    () => null,
    (thrown: { cause: unknown }) => thrown.cause,
  )
  if (!error) throw new Error('it was not refused')
  return error as AppError
}

/** A press on a handoff, with a request id of its own. */
export function aPress(
  handoffId: string,
  seenVersion = 0,
): { handoffId: string; seenVersion: number; requestId: string } {
  return { handoffId, seenVersion, requestId: randomUUID() }
}
