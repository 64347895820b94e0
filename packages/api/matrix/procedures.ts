import { ACTIONS, type Action } from '@throughcare/domain/access/who-may'
import { appRouter } from '../src/root.ts'

/** A procedure of the router, with the line of WHO_MAY that rules it. */
export type Procedure = { path: string; type: 'query' | 'mutation' | 'subscription'; action: Action; schema: unknown }

type Definition = { type: Procedure['type']; meta?: { action?: Action }; inputs: unknown[] }

const ALL = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>)

/** Every procedure of the router: reads first, because the presses that come after them make lists long. */
export const PROCEDURES: readonly Procedure[] = ALL.map(([path, { _def }]) => ({
  path,
  type: _def.type,
  action: actionOf(path),
  schema: _def.inputs[0] ?? null,
})).toSorted((left, right) => Number(left.type === 'mutation') - Number(right.type === 'mutation'))

/** Procedures whose meta names another action than their path does, or none: each with what is wrong. */
export const UNRULED: readonly string[] = ALL.flatMap(([path, { _def }]) => {
  const action = actionOf(path)
  if (!ACTIONS.includes(action)) return [`${path}: packages/domain/src/access/who-may.ts has no line "${action}"`]
  if (_def.meta?.action !== action)
    return [`${path}: begin it with allowed('${action}'); it says ${_def.meta?.action ?? 'nothing'}`]
  return []
})

/** The action of a procedure: `releaseList.setDecision` is `release-list.set-decision`. */
function actionOf(path: string): Action {
  return path.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`) as Action
}
