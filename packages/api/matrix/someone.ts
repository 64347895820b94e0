import { newId } from '@throughcare/db/uuid'
import type { StoredCase } from './case-to-store.ts'
import { expectedOf } from './expected.ts'
import type { Told } from './fixture.ts'
import { FIXTURES } from './fixtures/all.ts'
import type { Procedure } from './procedures.ts'
import { type Stage, situationsOf } from './stage.ts'

/**
 * Somebody for whom the procedure works, in the first situation in which it does, on a case of their own.
 *
 * @throws Error when nobody may use it at all
 */
export async function someoneWhoMay(stage: Stage, procedure: Procedure): Promise<Told> {
  const fixture = FIXTURES[procedure.path]
  for (const hat of stage.hats)
    for (const situation of situationsOf(hat)) {
      const isInside = stage.isInside(hat, situation)
      const expected = fixture && expectedOf(procedure, fixture, { hat, situation, isInside })
      if (expected?.kind === 'allowed' && expected.holds)
        return { stage, hat, situation, of: await freshFor(stage, procedure, { hat, situation }), requestId: newId() }
    }
  throw new Error(`nobody may use ${procedure.path}`)
}

/** Another case of the same kind, for another press of the same procedure. */
export async function freshFor(
  stage: Stage,
  { path }: Procedure,
  { hat, situation }: Pick<Told, 'hat' | 'situation'>,
): Promise<StoredCase> {
  const of = await stage.fresh(hat, situation)
  return (await FIXTURES[path]?.prepare?.({ stage, hat, situation, of, requestId: newId() })) ?? of
}

/** The good input of a procedure. */
export function goodInput({ path }: Procedure, told: Told): unknown {
  return FIXTURES[path]?.input(told)
}
