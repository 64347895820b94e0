import { asActor } from '@throughcare/db/as-actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { CURRENT_RULE_SET, currentRuleSetFor } from '@throughcare/domain/checklist/rule-sets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { growPlan } from './grow-plan.ts'
import { makePlan } from './make-plan.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** A plan that was made before anybody wrote a pack for its country: as if its prison's area had been told to nobody. */
async function oldPlan(): Promise<StoryCase> {
  const one = await scene.aCase({ releaseDate: '2026-06-16' })
  await scene.owner.query('delete from care_plan where id = $1', [one.planId])
  await scene.owner.query(`update area set holiday_region = ''`)
  await asActor(scene.people.northgateNurse, (deed) => makePlan(deed, one.episodeId))
  await scene.owner.query(`update area set holiday_region = 'ENG'`)
  return one
}

const nurse = () => scene.as(scene.people.northgateNurse).carePlan
const read = (of: StoryCase) => nurse().byEpisode({ episodeId: of.episodeId })

describe('a plan and the version of its rules', () => {
  it('F15: keeps its version while it runs, whatever the newest is', async () => {
    const one = await oldPlan()
    await asActor(scene.people.northgateNurse, (deed) => growPlan(deed, one.episodeId, null))
    const { plan, standing, items } = await read(one)
    expect(plan?.ruleSet).toBe(CURRENT_RULE_SET)
    expect(standing?.pack).toBeNull()
    expect(standing?.newer?.ruleSet).toBe(currentRuleSetFor('GB', 'ENG'))
    expect(items.some((item) => item.code.includes('-gb-'))).toBe(false)
  })

  it('shows the difference first, and then writes what it showed; nothing done is lost', async () => {
    const one = await oldPlan()
    const before = await read(one)
    const done = before.items.find((item) => item.code === 'documents-id')
    await scene.as(scene.people.northgateNurse).checklist.setStatus({
      itemId: done?.id as string,
      requestId: newId(),
      seenVersion: done?.version as number,
      status: 'done',
      reason: null,
    })
    const shown = await read(one)
    const newer = shown.standing?.newer
    expect(newer?.added).toContain('documents-gb-photo-id')
    expect(newer?.retired).not.toContain('documents-id')

    const press = {
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: shown.plan?.version as number,
      ruleSet: newer?.ruleSet as string,
    }
    const answer = await nurse().renew(press)
    expect(await nurse().renew(press)).toEqual(answer)
    expect(answer.growth.added.toSorted()).toEqual(newer?.added.toSorted())
    expect(answer.growth.retired.toSorted()).toEqual(newer?.retired.toSorted())
    expect(answer.rewritten).toBe(newer?.rewritten.length)

    const after = await read(one)
    expect(after.plan?.ruleSet).toBe(press.ruleSet)
    expect(after.standing?.pack?.code).toBe('gb-england-wales')
    expect(after.standing?.newer).toBeNull()
    expect(after.renewedAt).not.toBeNull()
    expect(after.items.find((item) => item.code === 'documents-id')?.status).toBe('done')
    for (const code of newer?.added ?? []) expect(after.items.some((item) => item.code === code)).toBe(true)
    for (const code of newer?.retired ?? [])
      expect(after.items.find((item) => item.code === code)).toMatchObject({ status: 'retired', reason: 'rule-gone' })
  })

  it('is not renewed from a stale page, nor to a version that is not the newest', async () => {
    const one = await oldPlan()
    const { plan, standing } = await read(one)
    const press = {
      episodeId: one.episodeId,
      seenVersion: plan?.version as number,
      ruleSet: standing?.newer?.ruleSet as string,
    }
    await expect(
      nurse().renew({ ...press, requestId: newId(), seenVersion: press.seenVersion + 1 }),
    ).rejects.toMatchObject({
      message: 'changed-meanwhile',
    })
    await expect(nurse().renew({ ...press, requestId: newId(), ruleSet: CURRENT_RULE_SET })).rejects.toMatchObject({
      message: 'changed-meanwhile',
    })
    await expect(
      scene.as(scene.people.eastfieldNurse).carePlan.renew({ ...press, requestId: newId() }),
    ).rejects.toMatchObject({ message: 'not-found' })
  })
})
