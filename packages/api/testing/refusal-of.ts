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

/** Presses as somebody does who is told that the server cannot answer just now: the same press again, until it is answered. */
export async function untilAnswered<T>(press: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await press()
    } catch (error) {
      if ((error as { cause?: AppError }).cause?.code !== 'unavailable') throw error
    }
}
