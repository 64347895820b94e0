import { randomUUID } from 'node:crypto'
import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import { personFixtures } from './fixtures/person.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import type { Hat } from './hats.ts'
import { PROCEDURES } from './procedures.ts'
import { put } from './put.ts'
import { goodInput, someoneWhoMay } from './someone.ts'
import { type Stage, setStage } from './stage.ts'
import { ghostCase } from './stored-case.ts'

/** Ids of others where one's own are expected, and what a constraint or an empty owner might tell. */
let scene: Scene
let stage: Stage
let footprint: Footprint

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, ['own', 'stranger'])
  footprint = await footprintOf(scene.owner)
})
afterAll(() => scene.close())

const hatOf = (kind: string, role: string): Hat => {
  const hat = stage.hats.find((one) => one.kind === kind && one.role === role)
  if (!hat) throw new Error(`there is no ${role} at a ${kind}`)
  return hat
}
const as = (hat: Hat, path: string, input: unknown) => ask(stage, { kind: 'hat', hat }, path, input)

/** About services and their rules: every id of them is known to whoever wears a hat, and none is of a case. */
const OF_NO_CASE = /^(access|admission|service|ruleSet|hoursConfirmation)\./
/** Procedures that name something inside a case beside the case itself. */
const NESTED = PROCEDURES.filter(({ path, type }) => type === 'mutation' && !OF_NO_CASE.test(path))

describe.each(NESTED)('$path', (procedure) => {
  it('A08, A10: takes no id of another case in place of one’s own, and says of it what it says of one that never was', async () => {
    const told = await someoneWhoMay(stage, procedure)
    const stranger = await stage.fresh(told.hat, 'stranger')
    const own = goodInput(procedure, told) as Record<string, unknown>
    const theirs = goodInput(procedure, { ...told, of: stranger }) as Record<string, unknown>
    const nobodys = goodInput(procedure, { ...told, of: ghostCase(stranger.isInside) }) as Record<string, unknown>
    footprint.forget()
    const before = await footprint.last()
    for (const key of Object.keys(own)) {
      if (!key.endsWith('Id') || key === 'requestId' || own[key] === theirs[key]) continue
      const given = await as(told.hat, procedure.path, { ...own, [key]: theirs[key] })
      const ghost = await as(told.hat, procedure.path, { ...own, [key]: nobodys[key] })
      expect(given.kind, key).toBe('refused')
      expect(said(given), key).toBe(said(ghost))
    }
    expect(await footprint.take()).toBe(before)
  })
})

describe('ids that stand deeper', () => {
  it('A08: a person of another prison cannot be taken in, and looks like one that never was', async () => {
    const hat = hatOf('prison-health', 'prison-health')
    const { personId } = stage.standing(hat, 'stranger')
    const press = (duplicate: object) => {
      const of = stage.standing(hat, 'own')
      const input = personFixtures['person.add'].input({ stage, hat, situation: 'own', of, requestId: newId() })
      return as(hat, 'person.add', { ...input, duplicate })
    }
    const theirs = await press({ kind: 'same-person', personId })
    expect(theirs).toMatchObject({ kind: 'refused', error: { code: 'not-found' } })
    expect(said(await press({ kind: 'same-person', personId: newId() }))).toBe(said(theirs))
    expect(said(await press({ kind: 'somebody-else', shownPersonIds: [personId, newId()] }))).toBe('answered')
  })

  it('A08: a handoff cannot be put in the name of somebody of another service, or of a colleague who takes none', async () => {
    const hat = hatOf('drug-service', 'manager')
    const [handoff] = (await stage.fresh(hat, 'offered')).handoffs
    const accept = (workerId: string) =>
      as(hat, 'handoff.accept', { handoffId: handoff?.id, seenVersion: 1, requestId: newId(), workerId })
    const nobody = await accept(randomUUID())
    expect(nobody).toMatchObject({ kind: 'refused', error: { code: 'invalid-input' } })
    for (const other of [hatOf('housing', 'caseworker'), hatOf('prison-health', 'prison-health'), hat])
      expect(said(await accept(other.actor.accountId))).toBe(said(nobody))
  })

  it('A15: nobody puts on a hat of somebody else, and theirs looks like one that never was', async () => {
    const hat = hatOf('housing', 'caseworker')
    const wear = (membershipId: string) => as(hat, 'access.chooseHat', { requestId: newId(), membershipId })
    const theirs = await wear(hatOf('administration', 'administrator').actor.membershipId)
    expect(theirs).toMatchObject({ kind: 'refused', error: { code: 'not-found' } })
    expect(said(await wear(newId()))).toBe(said(theirs))
  })
})

describe('A11: what a constraint might tell', () => {
  const nurse = () => hatOf('prison-health', 'prison-health')
  const add = (changes: object) => {
    const of = stage.standing(nurse(), 'own')
    const told = { stage, hat: nurse(), situation: 'own' as const, of, requestId: newId() }
    return as(nurse(), 'person.add', { ...personFixtures['person.add'].input(told), ...changes })
  }

  it('a number, a name and a date of birth that another prison has are free here', async () => {
    const { number, personId } = await stage.fresh(nurse(), 'stranger')
    await scene.owner.query(
      `update person set family_name = 'Quillfeather', name_key = 'quillfeather luc', date_of_birth = '1951-02-03' where id = $1`,
      [personId],
    )
    const same = { familyName: 'Quillfeather', givenNames: 'Luc', dateOfBirth: '1951-02-03' }
    const found = await as(nurse(), 'person.findLikely', { ...same, prisonNumber: number })
    expect(found).toEqual({ kind: 'answered', answer: [] })
    const more = { otherNames: [], sex: 'male', languages: [], interpreterNeeded: null }
    expect(said(await add({ prisonNumber: number, person: { ...same, ...more } }))).toBe('answered')
  })

  it('a number that this prison gave itself is told, with whom it knows', async () => {
    const { number } = stage.standing(nurse(), 'own')
    expect(await add({ prisonNumber: number })).toMatchObject({
      kind: 'refused',
      error: { code: 'refused', details: { refusal: 'person.number-taken' } },
    })
  })
})

describe('A12: what has no owner yet', () => {
  it('a draft is its sender’s alone, in the use cases and in SQL', async () => {
    const hat = hatOf('drug-service', 'caseworker')
    const { episodeId, personId } = await stage.fresh(hat, 'stranger')
    const { northgate } = stage.services
    const draft = {
      id: newId(),
      episode_id: episodeId,
      person_id: personId,
      area: 'support',
      kind: 'planned',
      attempt: 1,
    }
    const ends = {
      sending_service_id: northgate,
      receiving_service_id: hat.actor.serviceId,
      accountable_service_id: northgate,
    }
    await put(scene.owner, 'handoff', [{ ...draft, ...ends, status: 'draft', carries: [], version: 0 }])

    const asked = await as(hat, 'handoff.byId', { handoffId: draft.id })
    expect(asked).toMatchObject({ kind: 'refused', error: { code: 'not-found' } })
    const press = { handoffId: draft.id, seenVersion: 0, requestId: newId() }
    expect(said(await as(hat, 'handoff.acknowledge', press))).toBe(said(asked))
    const drafts = (who: Hat['actor']) =>
      asActor(who, ({ tx }) => tx.$queryRawUnsafe(`select 1 from handoff where id = $1::uuid`, draft.id))
    expect(await drafts(hat.actor)).toEqual([])
    expect(await drafts(scene.people.northgateNurse)).toHaveLength(1)
  })

  it('an account without a hat, or whose hat was taken away, opens no transaction', async () => {
    const { actor } = hatOf('benefits', 'caseworker')
    await scene.owner.query('update session set membership_id = null where sid_hash = $1', [Buffer.from(actor.sidHash)])
    await expect(asActor(actor, ({ tx }) => tx.$queryRaw`select 1 from case_part`)).rejects.toThrow('no such session')
    expect(await as(hatOf('benefits', 'caseworker'), 'handoff.inbox', { tab: 'new', page: 1 })).toMatchObject({
      kind: 'refused',
      error: { code: 'not-signed-in' },
    })
  })
})
