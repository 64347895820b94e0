import type { Actor } from '@throughcare/db/actor'
import { recordDenied } from '@throughcare/db/audit/audit-repository'
import { type Action, mayEver } from '@throughcare/domain/access/who-may'
import { AppError } from '../app-error.ts'

/** Files do not pass the door of procedures: who may ever is asked here, and a denied attempt is put into the trail here. */
export async function notingDenied<T>(
  actor: Actor,
  action: Action,
  askedId: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    if (!mayEver(actor.role, actor.serviceKind, action, actor.grants)) throw new AppError('not-allowed')
    return await work()
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'not-allowed'))
      await recordDenied(actor, action, askedId)
    throw error
  }
}
