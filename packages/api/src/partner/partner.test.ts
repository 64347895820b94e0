import { randomUUID } from 'node:crypto'
import { STORY_STARTS } from '@throughcare/db/testing/cast'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aHalf,
  appointmentsOf,
  type Half,
  linked,
  maySeeCouples,
  meets,
  names,
  pageOf,
  press,
  runsAt,
  saysAlone,
  starts,
} from '../../testing/couple.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { runPartners } from './run-partners.ts'

let scene: Scene
let a: Half
let b: Half
let turn = 0

beforeAll(async () => {
  scene = await openScene()
})
beforeEach(async () => {
  turn += 1
  await scene.setClock(STORY_STARTS)
  await scene.owner.query('delete from partner_run')
  // One inside and one in another prison; the second half of the tests looks at others.
  a = await aHalf(scene, 'northgateNurse', { familyName: `Aske${turn}` })
  b = await aHalf(scene, 'eastfieldNurse', {
    prison: 'eastfield',
    familyName: `Bruun${turn}`,
    dateOfBirth: '1986-02-11',
  })
})
afterAll(() => scene.close())

const RUN = '2026-03-27T04:00:00Z'
const NEXT = '2026-03-28T04:00:00Z'
const both = (half: Half, at?: string) => meets(half, scene.services.harbour, at)
const appointments = (half: Half) => appointmentsOf(scene, half)

describe('a link of two who were asked alone', () => {
  it('is active on both sides after the run, in two prisons, and on neither before', async () => {
    for (const half of [a, b]) await saysAlone(half)
    expect(await names(a, b)).toMatchObject({ answer: 'asked' })
    expect(await names(b, a)).toMatchObject({ answer: 'asked' })
    for (const half of [a, b]) expect((await pageOf(half)).link).toBe('not-available')
    expect(await runsAt(scene, RUN)).toBe(2)
    for (const half of [a, b]) expect((await pageOf(half)).link).toBe('active')
    // Once a day: the same run again is none.
    expect(await runPartners()).toBe(0)
  })

  it('shows both first days, and warns at more than seven days', async () => {
    await linked(scene, a, b, RUN)
    await starts(a, '2026-04-02')
    await starts(b, '2026-04-10')
    expect((await pageOf(a)).starts).toMatchObject({ mine: '2026-04-02', other: null, isStaggered: false })
    await runsAt(scene, NEXT)
    expect((await pageOf(a)).starts).toEqual({
      mine: '2026-04-02',
      other: '2026-04-10',
      apart: 8,
      isStaggered: true,
      wantedBy: null,
    })
  })

  it('gives each side an appointment of its own, in the run', async () => {
    await linked(scene, a, b, RUN)
    await both(a)
    expect(await appointments(b)).toEqual([])
    await runsAt(scene, NEXT)
    expect(await appointments(b)).toEqual(await appointments(a))
    expect((await pageOf(b)).times).toMatchObject([
      { serviceName: 'Harbour Recovery', isJoint: true, status: 'booked' },
    ])
    const mine = (await pageOf(a)).times[0]
    expect((await pageOf(b)).times[0]?.appointmentId).not.toBe(mine?.appointmentId)
  })

  it('comes about by a code that was given with a yes, once, without a name', async () => {
    await saysAlone(b, { wantsCode: true })
    const { code } = await pageOf(b)
    await saysAlone(a)
    await press(a, (side) =>
      a.worker.partner.name({ ...side, named: { way: 'code', code: code?.code.toLowerCase() ?? '' } }),
    )
    await runsAt(scene, RUN)
    expect([(await pageOf(a)).link, (await pageOf(b)).link]).toEqual(['active', 'active'])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['only one named the other', async () => names(a, b)],
    [
      'the date of birth is another',
      async () => {
        await names(a, { ...b, dateOfBirth: '1986-02-12' })
        await names(b, a)
      },
    ],
    [
      'there are two of that name and day',
      async () => {
        await names(a, b)
        await names(b, a)
        const third = await aHalf(scene, 'northgateNurse', { familyName: b.familyName, dateOfBirth: b.dateOfBirth })
        await saysAlone(third)
      },
    ],
    [
      'one named somebody else since',
      async () => {
        await names(a, b)
        await names(b, a)
        await names(b, { familyName: 'Nobody', givenNames: 'Atall', dateOfBirth: '1990-01-01' })
      },
    ],
    [
      'one has no record here, and is kept by initials',
      async () => {
        await names(b, a)
        await press(a, (side) => a.worker.partner.name({ ...side, named: { way: 'not-here', initials: 'M. K.' } }))
        expect((await pageOf(a)).named).toMatchObject({ way: 'not-here', initials: 'M. K.' })
      },
    ],
  ])('does not come about when %s', async (_why, work) => {
    await saysAlone(a)
    await saysAlone(b)
    await work()
    await runsAt(scene, RUN)
    expect([(await pageOf(a)).link, (await pageOf(b)).link]).toEqual(['not-available', 'not-available'])
  })

  it('lapses after 28 days unless both are asked again', async () => {
    await linked(scene, a, b, RUN)
    await scene.setClock(new Date('2026-04-22T12:00:00Z'))
    await saysAlone(a, { askedOn: '2026-04-22' as never })
    await runsAt(scene, '2026-04-23T04:00:00Z')
    expect((await pageOf(a)).link).toBe('active')
    await runsAt(scene, '2026-04-24T04:00:00Z')
    expect([(await pageOf(a)).link, (await pageOf(b)).link]).toEqual(['not-available', 'not-available'])
  })
})

describe('whoever may not', () => {
  it.each(['northgateSecondNurse', 'northgateManager', 'riversideWorker', 'eastfieldNurse'] as const)(
    'A16: U21: %s reads and writes nothing of it',
    async (who) => {
      await saysAlone(a)
      const there = scene.as(scene.people[who]).partner
      const side = { episodeId: a.episodeId, requestId: randomUUID(), seenVersion: 0 }
      for (const ask of [
        () => there.byEpisode({ episodeId: a.episodeId }),
        () => there.name({ ...side, named: { way: 'not-here', initials: null } }),
        () => there.planTogether({ ...side, planned: { kind: 'start', startsOn: null } }),
      ])
        await expect(ask()).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    },
  )

  it('nobody reads back whom a person named, whatever they may', async () => {
    await saysAlone(a)
    await names(a, b)
    const { rows } = await scene.owner.query(
      `select has_any_column_privilege('throughcare_app', 'partner_naming', 'select') as can`,
    )
    expect(rows).toEqual([{ can: false }])
    expect(JSON.stringify(await pageOf(a))).not.toContain(b.familyName)
  })

  it('A16: naming looks for nobody: it works where the application may read no person at all', async () => {
    await saysAlone(a)
    await scene.owner.query('revoke select on person, custody_episode from throughcare_app')
    try {
      const { version } = await names(a, b)
      const somebodyElse = { familyName: 'Nobody', givenNames: 'Atall', dateOfBirth: '1990-01-01' }
      expect(await names(a, somebodyElse)).toEqual({ version: version + 1, answer: 'asked' })
    } finally {
      await scene.owner.query('grant select on person, custody_episode to throughcare_app')
    }
  })

  it('the run answers nobody but the system', async () => {
    const { asActor } = await import('@throughcare/db/as-actor')
    await saysAlone(a)
    for (const sql of ['app.partner_sides(app.now())', `app.show_partners(app.now(), '[]')`])
      expect(await asActor(a.actor, ({ tx }) => tx.$queryRawUnsafe(`select * from ${sql}`))).toEqual([])
  })
})

describe('what is asked', () => {
  it('without "alone" nothing is recorded, and stopping without a choice neither', async () => {
    const said = {
      answer: 'yes',
      askedOn: '2026-03-26' as never,
      isBlocked: false,
      leaving: null,
      wantsCode: false,
    } as const
    const side = { episodeId: a.episodeId, requestId: randomUUID(), seenVersion: null }
    await expect(a.worker.partner.recordAnswer({ ...side, ...said, seenAlone: false as true })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await saysAlone(a)
    await expect(saysAlone(a, { answer: 'withdrawn' })).rejects.toMatchObject({
      cause: { fields: [{ path: 'leaving', fault: 'partner.leaving.missing' }] },
    })
  })

  it('is kept with day and name, every answer', async () => {
    await saysAlone(a, { answer: 'no' })
    await saysAlone(a)
    await saysAlone(a, { answer: 'withdrawn', leaving: 'next-run' })
    expect((await pageOf(a)).history).toMatchObject([
      { answer: 'withdrawn', leaving: 'next-run', recordedBy: 'Nora Lindqvist' },
      { answer: 'yes', askedOn: '2026-03-26' },
      { answer: 'no' },
    ])
  })

  it('whoever has not said yes names nobody and plans nothing', async () => {
    await saysAlone(a, { answer: 'no' })
    for (const ask of [() => names(a, b), () => starts(a, '2026-04-02')])
      await expect(ask()).rejects.toMatchObject({ cause: { details: { refusal: 'partner.ask-first' } } })
  })

  it('a time for both lies after the next run', async () => {
    await linked(scene, a, b, RUN)
    await expect(both(a, '2026-03-28T03:00:00Z')).rejects.toMatchObject({
      cause: { fields: [{ path: 'planned.at', fault: 'partner.at.before-the-run' }] },
    })
  })

  it('is asked outside by the service that took the partner area, with the grant', async () => {
    await maySeeCouples(scene, 'harbourWorker')
    await scene.aHandoff(a, { area: 'partner', status: 'accepted' })
    const worker = scene.as({ ...scene.people.harbourWorker, grants: ['may-see-couples'] })
    await saysAlone({ ...a, worker })
    expect((await worker.partner.byEpisode({ episodeId: a.episodeId })).around.referrals).toMatchObject([
      { receivingName: 'Harbour Recovery', status: 'accepted' },
    ])
  })
})
