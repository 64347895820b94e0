import { isDeepStrictEqual } from 'node:util'
import { newId } from '@throughcare/db/uuid'
import { WHO_MAY } from '@throughcare/domain/access/who-may-table'
import { ask, said } from './ask.ts'
import { closedIn } from './canaries.ts'
import { type Expected, expectedOf } from './expected.ts'
import type { Told } from './fixture.ts'
import { type AnyFixture, FIXTURES } from './fixtures/all.ts'
import type { Footprint } from './footprint.ts'
import type { Hat } from './hats.ts'
import { leaksIn } from './leaks.ts'
import type { Pressed } from './pressed.ts'
import type { Procedure } from './procedures.ts'
import type { SituationName } from './situations.ts'
import { type Stage, situationsOf } from './stage.ts'
import { ghostCase } from './stored-case.ts'

/** What a cell did: `outcome` is what it examined, `faults` what was otherwise than it must be. */
export type Walked = { situation: SituationName; outcome: string; faults: string[] }

type Cell = { procedure: Procedure; fixture: AnyFixture; told: Told }
type Refusal = Exclude<Expected, { kind: 'allowed' }>

const RULED = 'refused by a rule'
const TOLD = 'denied: told how it stands'

/**
 * Presses one procedure as one hat in every situation of its service, and looks whether it did what WHO_MAY says, and nothing
 * else. Refusals change nothing, so they are tried together and one look at all tables serves them.
 *
 * @param pressed which of the cells are tried
 */
export async function walk(
  stage: Stage,
  footprint: Footprint,
  procedure: Procedure,
  hat: Hat,
  pressed: Pressed,
): Promise<Walked[]> {
  const fixture = FIXTURES[procedure.path]
  if (!fixture) throw new Error(`${procedure.path} has no fixture`)
  const situations: SituationName[] = fixture.about === 'nothing' ? ['stranger'] : situationsOf(hat)
  const cells = situations.map((situation) => {
    const told: Told = { stage, hat, situation, of: stage.standing(hat, situation), requestId: newId() }
    return {
      procedure,
      fixture,
      told,
      expected: expectedOf(procedure, fixture, { hat, situation, isInside: told.of.isInside }),
    }
  })
  const refusals = cells.flatMap(({ expected, ...cell }) =>
    expected.kind === 'allowed' ||
    !pressed.asks(hat, cell.told.situation, expected.kind === 'denied' && expected.isAtDoor)
      ? []
      : [{ ...cell, expected }],
  )
  const walked = await refusedCells(footprint, hat, refusals)
  for (const { expected, ...cell } of cells) {
    if (expected.kind !== 'allowed' || !pressed.wants(hat, cell.told.situation)) continue
    footprint.forget()
    walked.push(await allowedCell(footprint, cell, expected.holds))
  }
  return walked
}

async function allowedCell(
  footprint: Footprint,
  { procedure, fixture, told: standing }: Cell,
  holds: boolean,
): Promise<Walked> {
  const { stage, hat, situation } = standing
  const needsFresh = procedure.type === 'mutation' || fixture.prepare !== undefined
  const fresh = needsFresh ? { ...standing, of: await stage.fresh(hat, situation) } : standing
  const told = fixture.prepare ? { ...fresh, of: await fixture.prepare(fresh) } : fresh
  const look = async () => {
    const query = fixture.changes?.(told)
    return query ? (await stage.owner.query(query.text, [...query.values])).rows : null
  }
  const entry = { ...hat.actor, ...told.of, requestId: told.requestId }
  const entries = await footprint.entries(entry)
  const before = await look()
  const given = await ask(stage, { kind: 'hat', hat }, procedure.path, fixture.input(told))
  const after = await look()
  await fixture.afterwards?.(told)
  if (given.kind !== 'answered')
    return { situation, outcome: 'broken', faults: [`must be allowed, was ${said(given)}`] }

  const leaks = await leaksIn(stage.owner, hat.actor.serviceId, given.answer)
  const closed = await closedIn(stage.owner, hat, JSON.stringify(given.answer) ?? '')
  const faults = [
    ...leaks.map((what) => `shows somebody else's ${what}`),
    ...closed.map((what) => `shows what is closed: ${what}`),
  ]
  // I03: whoever shows or changes a case leaves an entry that names it, in the same transaction.
  if (touchesACase(procedure, fixture) && holds && (await footprint.entries(entry)) === entries)
    faults.push('left no entry in the trail')
  if (fixture.changes) {
    if (isDeepStrictEqual(before, after)) faults.push('changed nothing')
    return { situation, outcome: 'changed its row', faults }
  }
  if (!fixture.shows) faults.push('the fixture neither shows nor changes anything: nothing was examined')
  else if (fixture.shows(given.answer, told) !== holds)
    faults.push(holds ? 'did not return its fixture' : 'holds what is not for this service')
  return { situation, outcome: holds ? 'returned its fixture' : 'a list without it', faults }
}

/** Whether an answer is about cases: by WHO_MAY a category of a case, or a press of any kind. */
function touchesACase({ action, type, path }: Procedure, { about }: AnyFixture): boolean {
  if (path.startsWith('access.')) return false
  return (
    type === 'mutation' ||
    about === 'handoff' ||
    (WHO_MAY[action].category !== null && !path.startsWith('releaseList.'))
  )
}

async function refusedCells(
  footprint: Footprint,
  { actor: { accountId, serviceId } }: Hat,
  cells: readonly (Cell & { expected: Refusal })[],
): Promise<Walked[]> {
  const [first] = cells
  if (!first) return []
  const before = await footprint.last()
  const denials = await footprint.denials(accountId, serviceId)
  const walked = await Promise.all(cells.map(refusedCell))
  const changed = (await footprint.take()) !== before
  // Each denied attempt stands in the trail once; so does each one that asked for an id that never was.
  const ghosts = cells.filter(({ expected }) => expected.kind === 'denied' && expected.likeGhost).length
  const denied = walked.filter(({ outcome }) => outcome.startsWith('denied: not-')).length + ghosts
  const refused = walked.filter(({ outcome }) => outcome === TOLD || outcome === RULED).length
  const inTrail = await footprint.denials(accountId, serviceId)
  const trail = { denied: inTrail.denied - denials.denied, refused: inTrail.refused - denials.refused }
  const situation = first.told.situation
  return [
    ...walked,
    ...(changed ? [{ situation, outcome: 'broken', faults: ['one of the refusals changed rows'] }] : []),
    ...(trail.denied === denied && trail.refused === refused
      ? []
      : [
          {
            situation,
            outcome: 'broken',
            faults: [`${denied} denied and ${refused} refused, the trail holds ${JSON.stringify(trail)}`],
          },
        ]),
  ]
}

async function refusedCell({ procedure, fixture, told, expected }: Cell & { expected: Refusal }): Promise<Walked> {
  const { stage, hat, situation } = told
  const press = (of: Told['of']) => ask(stage, { kind: 'hat', hat }, procedure.path, fixture.input({ ...told, of }))
  const given = await press(told.of)
  if (given.kind !== 'refused') return { situation, outcome: 'broken', faults: [`must be refused, was ${said(given)}`] }

  const { code, details } = given.error
  const closed = await closedIn(stage.owner, hat, said(given))
  if (closed.length > 0)
    return { situation, outcome: 'broken', faults: [`its refusal shows what is closed: ${closed}`] }
  const refusal = String(details.refusal ?? '')
  if (expected.kind === 'refused')
    return {
      situation,
      outcome: RULED,
      faults: refusal === expected.refusal ? [] : [`must be refused with ${expected.refusal}, was ${said(given)}`],
    }
  const faults: string[] = []
  const isDenied = expected.codes.includes(code)
  if (!isDenied && !(code === 'refused' && expected.refusals.includes(refusal)))
    faults.push(`must be ${expected.codes.join(' or ')}, was ${said(given)}`)
  if (expected.likeGhost) {
    const ghost = await press(ghostCase(told.of.isInside))
    if (said(ghost) !== said(given)) faults.push(`A10: ${said(given)}, but for an id that never was ${said(ghost)}`)
  }
  return { situation, outcome: isDenied ? `denied: ${code}` : TOLD, faults }
}
