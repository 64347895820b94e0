import { randomUUID } from 'node:crypto'
import type { StoryCase } from '@throughcare/db/testing/story'
import type { RecordExclusionsInput } from '@throughcare/domain/release/record-exclusions-input'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let one: StoryCase

beforeAll(async () => {
  scene = await openScene()
  await scene.owner.query(`update area set holiday_region = 'ENG'`)
  await scene.owner.query(
    `insert into public_holiday (country, region, day, name) values ('GB', 'ENG', '2026-04-03', 'Good Friday')`,
  )
})
beforeEach(async () => {
  one = await scene.aCase({ releaseDate: '2026-04-02' })
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const said = (more: Partial<RecordExclusionsInput> = {}): RecordExclusionsInput => ({
  episodeId: one.episodeId,
  requestId: randomUUID(),
  seenVersion: null,
  hdc: 'no',
  indeterminate: 'no',
  paroleBoard: 'no',
  under28Days: 'no',
  reversion: null,
  ...more,
})
const dateOf = async () =>
  (await scene.owner.query(`select release_date::text as day from custody_episode where id = $1`, [one.episodeId])).rows

describe('E05: a release on the eve of Good Friday', () => {
  it('asks first, then proposes an earlier day with its source, and moves nothing', async () => {
    const before = await nurse().release.earlier({ episodeId: one.episodeId })
    expect(before).toMatchObject({ earlier: { kind: 'ask', why: 'eve-of-holiday' }, answers: null })
    const after = await nurse().release.recordExclusions(said())
    expect(after).toMatchObject({
      earlier: { kind: 'proposed', presumed: '2026-04-01', days: ['2026-04-01', '2026-03-31'] },
      rule: { code: 'day-of-release-act-2023', mark: 'S' },
    })
    expect(await dateOf()).toEqual([{ day: '2026-04-02' }])
  })

  it('remand is never covered', async () => {
    one = await scene.aCase({ releaseDate: '2026-04-02', legalStatus: 'remand', certainty: 'expected' })
    expect(await nurse().release.recordExclusions(said())).toMatchObject({
      earlier: { kind: 'not-covered', because: 'remand' },
    })
  })

  it('a child is presumed to leave two working days earlier', async () => {
    await scene.owner.query(
      `update person set date_of_birth = '2009-01-01' where id = (select person_id from custody_episode where id = $1)`,
      [one.episodeId],
    )
    expect(await nurse().release.recordExclusions(said())).toMatchObject({
      earlier: { kind: 'proposed', presumed: '2026-03-31', isChild: true },
    })
  })

  it('a reversion is kept with its reason, proposes nothing, and can be taken back', async () => {
    const reverted = await nurse().release.recordExclusions(said({ reversion: 'the bed is free on that day only' }))
    expect(reverted).toMatchObject({
      earlier: { kind: 'reverted', why: 'eve-of-holiday' },
      answers: { version: 1, reversion: 'the bed is free on that day only' },
    })
    expect(await nurse().release.recordExclusions(said({ seenVersion: 1 }))).toMatchObject({
      earlier: { kind: 'proposed' },
      answers: { version: 2, reversion: null },
    })
  })

  it('the same press twice is one answer; an older page is told what stands', async () => {
    const same = said()
    await Promise.all([nurse().release.recordExclusions(same), nurse().release.recordExclusions(same)])
    await expect(nurse().release.recordExclusions(said({ hdc: 'yes' }))).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile', details: { current: { version: 1, hdc: 'no' } } },
    })
    await nurse().release.recordExclusions(said({ seenVersion: 1, hdc: 'yes' }))
    expect(await nurse().release.earlier({ episodeId: one.episodeId })).toMatchObject({
      earlier: { kind: 'not-covered', because: 'hdc' },
    })
  })

  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('is not for %s', async (who) => {
    await expect(scene.as(scene.people[who]).release.recordExclusions(said())).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    })
  })
})
