import { newId } from '@throughcare/db/uuid'
import fc from 'fast-check'
import { tellNotice } from '../src/notice/tell-notice.ts'
import { ask } from './ask.ts'
import type { Told } from './fixture.ts'
import { FIXTURES } from './fixtures/all.ts'
import type { Hat } from './hats.ts'
import { castColleague, differences, everythingOf, restrictTo } from './outsider.ts'
import { PROCEDURES } from './procedures.ts'
import type { SituationName } from './situations.ts'
import type { Stage } from './stage.ts'
import { ghostCase } from './stored-case.ts'

/** In which part the circle stands, and whose hat makes the case. */
const BEGINNINGS: readonly [string, SituationName][] = [
  ['prison-health at A prison-health', 'own'],
  ['prison-health at A prison-health', 'let-go'],
  ['caseworker at A drug-service', 'accepted'],
  ['caseworker at A drug-service', 'offered'],
  ['caseworker at A housing', 'accepted'],
]

/** Whose colleagues look. The region's manager is nobody's colleague: they see figures, and no circle admits them. */
const LOOKED_AT_BY = ['prison-health at A prison-health', 'caseworker at A drug-service', 'manager at A drug-service']

/** What lifts a restriction, or makes a second record beside the first one: that one is nobody's secret. */
const OTHERWISE = /^(restriction|merge)\./

/** Presses about a case: what each writes is of the case, of its doses and beds, of its plan. */
const PRESSES = PROCEDURES.filter(({ path, type }) => {
  const about = FIXTURES[path]?.about
  return type === 'mutation' && (about === 'case' || about === 'handoff') && !OTHERWISE.test(path)
}).map(({ path }) => path)

const History = fc.record({
  beginning: fc.constantFrom(...BEGINNINGS),
  presses: fc.array(fc.record({ path: fc.constantFrom(...PRESSES), by: fc.nat(3) }), { minLength: 4, maxLength: 14 }),
})

export type Histories = {
  seed: number
  runs: number
  presses: number
  /** Presses that changed something; the others were refused, as they are for anybody. */
  done: number
  compared: number
  /** How many different presses were done at all. */
  kinds: number
  faults: string[]
}

/**
 * Somebody is known, restricted to a circle, and those in it press whatever they like about the case. Whatever they did, and
 * whatever they wrote, everything that colleagues outside can fetch is byte for byte what it was before the person was there:
 * so it is the same whether the private facts are these, others, or none.
 */
export async function runRestrictedHistories(
  stage: Stage,
  { runs, seed }: { runs: number; seed: number },
): Promise<Histories> {
  const told: Histories = { seed, runs, presses: 0, done: 0, compared: 0, kinds: 0, faults: [] }
  const kinds = new Set<string>()
  const hatOf = (name: string): Hat => {
    const found = stage.hats.find((hat) => hat.name === name)
    if (!found) throw new Error(`there is no ${name}`)
    return found
  }
  const ghost = ghostCase(true)
  const lookers = [hatOf('manager at A region')]
  for (const name of LOOKED_AT_BY) lookers.push(await castColleague(stage, hatOf(name)))
  await tellAll(stage)
  const look = async (hat: Hat) => {
    // Whoever looks two hundred times within a minute has looked too often.
    await stage.owner.query('delete from turn')
    return everythingOf(stage, { hat, situation: 'own', of: ghost })
  }
  const before = new Map<Hat, Record<string, string>>()
  for (const hat of lookers) before.set(hat, await look(hat))

  await fc
    .assert(
      fc.asyncProperty(History, async ({ beginning: [name, situation], presses }) => {
        const names = [name, 'caseworker at A drug-service', 'prison-health at A prison-health']
        const circle = [...new Set(names)].map(hatOf)
        const of = await stage.fresh(hatOf(name), situation)
        await restrictTo(stage, of, circle)
        for (const { path, by } of presses) {
          // Mostly whoever has the part that the history began with.
          const hat = circle[by] ?? hatOf(name)
          told.presses += 1
          if (await press(stage, path, { stage, hat, situation, of, requestId: newId() })) {
            told.done += 1
            kinds.add(path)
          }
        }
        await tellAll(stage)
        for (const hat of lookers) {
          const [was, is] = [before.get(hat) ?? {}, await look(hat)]
          told.compared += Object.keys(is).length
          for (const other of differences(was, is))
            told.faults.push(`${hat.name}: ${other} after ${presses.map(({ path }) => path)}`)
        }
        return told.faults.length === 0
      }),
      { numRuns: runs, seed, endOnFailure: true },
    )
    .catch((error: unknown) => {
      if (told.faults.length === 0) throw error
    })
  return { ...told, kinds: kinds.size, faults: told.faults.slice(0, 10) }
}

async function press(stage: Stage, path: string, told: Told): Promise<boolean> {
  const fixture = FIXTURES[path]
  if (!fixture) return false
  const given = await ask(stage, { kind: 'hat', hat: told.hat }, path, fixture.input(told))
  return given.kind === 'answered'
}

/** Whatever is to be told is put into the inboxes of those who are to hear of it: the worker's job, without the worker. */
async function tellAll({ owner }: Stage): Promise<void> {
  const { rows } = await owner.query<{ id: string; service_id: string }>(
    `select n.id, n.service_id from notice n where not exists (select 1 from notice_entry e where e.notice_id = n.id)`,
  )
  for (const { id, service_id } of rows) await tellNotice({ noticeId: id, serviceId: service_id })
}
