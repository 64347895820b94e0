import { type Action, mayEver } from '@throughcare/domain/access/who-may'
import { currentSession } from './current-session.ts'

/** May the hat that is worn ever do this? For showing a button or not; the use case asks again. */
export async function mayHere(action: Action): Promise<boolean> {
  const hat = (await currentSession())?.hat
  return hat ? mayEver(hat.role, hat.serviceKind, action, hat.grants) : false
}
