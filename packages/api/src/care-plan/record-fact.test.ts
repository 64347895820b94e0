import { asActor } from '@throughcare/db/as-actor'
import type { CaseOptions, StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { makePlan } from './make-plan.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** A case with the plan that its facts ask for. */
async function plannedCase(options: CaseOptions = {}): Promise<StoryCase> {
  const one = await scene.aCase(options)
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
  return one
}

const nurse = () => scene.as(scene.people.northgateNurse)

function answer(of: StoryCase, code: FactCode, value: string | null, seenVersion: number | null = null) {
  return nurse().carePlan.recordFact({
    episodeId: of.episodeId,
    requestId: newId(),
    seenVersion,
    code,
    state: value === null ? 'not-known' : 'known',
    value,
  })
}

async function statusOf(of: StoryCase, code: string): Promise<string | undefined> {
  const { rows } = await scene.owner.query('select status from checklist_item where episode_id = $1 and code = $2', [
    of.episodeId,
    code,
  ])
  return rows[0]?.status
}

describe('the plan grows from an answer', () => {
  it('adds what the answer asks for, retires what it no longer asks for with the reason, finishes what it tells', async () => {
    const one = await plannedCase()
    const { growth } = await answer(one, 'dose', 'wants-omt')
    expect(growth.added).toEqual(expect.arrayContaining(['omt-request-assessment', 'omt-start-treatment']))
    expect(growth.retired).toContain('omt-ask')
    const { rows } = await scene.owner.query(
      `select reason from checklist_item where episode_id = $1 and code = 'omt-ask'`,
      [one.episodeId],
    )
    expect(rows[0].reason).toBe('on-omt')

    expect((await answer(one, 'id', 'has-id')).growth.finished).toEqual(['documents-id'])
  })

  it('takes back what the answer did when the answer is taken back', async () => {
    const one = await plannedCase()
    await answer(one, 'id', 'has-id')
    const back = await answer(one, 'id', 'none', 0)
    expect(back.growth.reopened).toEqual(['documents-id'])
    expect(await statusOf(one, 'documents-id')).toBe('open')

    await answer(one, 'dose', 'not-on-omt')
    expect(await statusOf(one, 'omt-ask')).toBe('retired')
    await answer(one, 'dose', null, 0)
    expect(await statusOf(one, 'omt-ask')).toBe('open')
  })

  it('keeps what a person finished, whatever the answers say later', async () => {
    const one = await plannedCase()
    const { items } = await nurse().carePlan.byEpisode({ episodeId: one.episodeId })
    const ask = items.find((item) => item.code === 'housing-ask')
    await nurse().checklist.setStatus({
      itemId: ask?.id as string,
      requestId: newId(),
      seenVersion: ask?.version as number,
      status: 'done',
      reason: null,
    })
    await answer(one, 'bed', 'own-address')
    expect(await statusOf(one, 'housing-ask')).toBe('done')
  })
})

describe('an answer on the screen and an answer in the record', () => {
  it('is refused over a newer one, and shows both with who and when', async () => {
    const one = await plannedCase()
    await scene.as(scene.people.northgateSecondNurse).carePlan.recordFact({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: null,
      code: 'who-else',
      state: 'known',
      value: 'sister Ana',
    })
    await expect(answer(one, 'who-else', 'brother Ivo')).rejects.toMatchObject({
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: null },
          current: { version: 0, state: 'known', value: 'sister Ana' },
          changedBy: 'Ben Achterberg',
        },
      },
    })
  })

  it('has one effect for the same press twice', async () => {
    const one = await plannedCase()
    const press = {
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: null,
      code: 'own-words',
      state: 'known',
      value: 'Ring my sister first.',
    } as const
    const first = await nurse().carePlan.recordFact(press)
    expect(await nurse().carePlan.recordFact(press)).toEqual(first)
    const { rows } = await scene.owner.query('select words from own_words where episode_id = $1', [one.episodeId])
    expect(rows).toEqual([{ words: 'Ring my sister first.' }])
  })

  it.each([
    ['known', null, 'care-plan.value.missing'],
    ['known', 'sometimes', 'care-plan.value.not-offered'],
    ['not-known', 'none', 'care-plan.value.unexpected'],
  ] as const)('refuses %s with %s', async (state, value, fault) => {
    const one = await plannedCase()
    const press = {
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: null,
      code: 'bed',
      state,
      value,
    } as const
    await expect(nurse().carePlan.recordFact(press)).rejects.toMatchObject({
      cause: { issues: [expect.objectContaining({ message: fault })] },
    })
  })
})

describe('where a table tells the same', () => {
  it('records a kit that is named here for the first time, and refuses to contradict it here afterwards', async () => {
    const one = await plannedCase()
    await answer(one, 'kit', 'in-property')
    const { rows } = await scene.owner.query('select state from naloxone_kit where episode_id = $1', [one.episodeId])
    expect(rows).toEqual([{ state: 'in-property' }])
    expect(await statusOf(one, 'naloxone-put-kit-in-property')).toBe('done')
    await expect(answer(one, 'kit', 'none', 0)).rejects.toMatchObject({
      cause: { code: 'refused', details: { refusal: 'care-plan.kit-recorded' } },
    })
  })

  it('shows the treatment on record and does not take "not on treatment" beside it', async () => {
    const one = await plannedCase()
    await scene.aTreatment(one)
    await expect(answer(one, 'dose', 'not-on-omt')).rejects.toMatchObject({
      cause: { details: { refusal: 'care-plan.treatment-recorded' } },
    })
    const { facts } = await nurse().carePlan.byEpisode({ episodeId: one.episodeId })
    expect(facts.find((fact) => fact.code === 'dose')).toMatchObject({ value: 'on-omt', toldBy: 'treatment' })
  })

  it('keeps every version of own words and shows the last, and none once they are not known any more', async () => {
    const one = await plannedCase()
    await answer(one, 'own-words', 'First.')
    await answer(one, 'own-words', 'Second.', 0)
    expect((await nurse().carePlan.byEpisode({ episodeId: one.episodeId })).ownWords?.sayings).toMatchObject([
      { words: 'Second.' },
    ])
    await answer(one, 'own-words', null, 1)
    expect((await nurse().carePlan.byEpisode({ episodeId: one.episodeId })).ownWords).toBeNull()
  })
})

describe('the partner area', () => {
  it('holds a yes, a no or nothing, with its version', async () => {
    const one = await plannedCase()
    const press = { episodeId: one.episodeId, requestId: newId(), seenVersion: null, wish: 'yes' } as const
    const { growth } = await nurse().partner.recordWish(press)
    expect(growth.added.every((code) => code.startsWith('partner-'))).toBe(true)
    await expect(nurse().partner.recordWish({ ...press, requestId: newId(), wish: 'no' })).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { wish: 'yes' } } },
    })
  })
})
