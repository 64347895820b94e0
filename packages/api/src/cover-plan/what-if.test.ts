import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import type { WhatIfInput } from '@throughcare/domain/cover-plan/what-if-input'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

// Thursday 26 March 2026: the person leaves in a week, and Harbour is shut at weekends.
let scene: Scene
let of: { episodeId: string; personId: string }
beforeAll(async () => {
  scene = await openScene()
  const one = await scene.aCase({ releaseDate: '2026-04-02' })
  const treatmentId = await scene.aTreatment(one, { dosing: 'harbour' })
  await scene.owner.query(
    `update medication_treatment set regime_confirmed_on = '2026-03-26', regime_confirmed_by = $2 where id = $1`,
    [treatmentId, scene.people.northgateNurse.accountId],
  )
  of = one
})
afterAll(() => scene.close())

const ask = (supposed: Partial<WhatIfInput>) =>
  scene.as(scene.people.northgateNurse).coverPlan.whatIf({
    episodeId: of.episodeId,
    releaseOn: null,
    dosingServiceId: null,
    firstAppointment: null,
    supply: null,
    medicine: null,
    depotOn: null,
    ...supposed,
  })

/** Every row of every table but the trail and what a session was last seen at. */
async function everything(): Promise<string> {
  const { rows } = await scene.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not in ('audit_entry', 'session', '_prisma_migrations') order by 1`,
  )
  expect(rows.length).toBeGreaterThan(30)
  const hashes: string[] = []
  for (const { name } of rows) {
    const { rows: found } = await scene.owner.query<{ hash: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`,
    )
    hashes.push(`${name} ${found[0]?.hash}`)
  }
  return hashes.join('\n')
}

it('sees another day, place, supply and medicine, and says what the record says beside it', async () => {
  const asRecorded = await ask({})
  expect(asRecorded.gap).toEqual({ from: '2026-04-03', to: '2026-04-16', days: 14 })
  expect(asRecorded.asRecorded).toEqual({ releaseOn: '2026-04-02', gap: asRecorded.gap })

  const booked = await ask({ firstAppointment: day('2026-04-07') })
  expect(booked.gap).toEqual({ from: '2026-04-03', to: '2026-04-06', days: 4 })
  const supplied = await ask({
    firstAppointment: day('2026-04-07'),
    supply: { from: day('2026-04-03'), to: day('2026-04-06') },
  })
  expect(supplied.gap).toEqual({ from: '2026-04-11', to: '2026-04-12', days: 2 })
  const earlier = await ask({ releaseOn: day('2026-03-30'), firstAppointment: day('2026-03-31') })
  expect(earlier).toMatchObject({ releaseOn: '2026-03-30', gap: { from: '2026-04-04' } })
  const injected = await ask({ medicine: 'buprenorphine-monthly-depot', depotOn: day('2026-03-30') })
  expect(injected.gap).toBe(null)
})

it('is refused where what is supposed cannot be', async () => {
  await expect(ask({ dosingServiceId: scene.services.haven })).rejects.toMatchObject({
    cause: { code: 'invalid-input', fields: [{ path: 'dosingServiceId' }] },
  })
  await expect(ask({ medicine: 'buprenorphine-weekly-depot' })).rejects.toMatchObject({
    cause: { code: 'refused', details: { refusal: 'cover-plan.depot-day-missing' } },
  })
  await expect(ask({ episodeId: newId() })).rejects.toMatchObject({ cause: { code: 'not-found' } })
})

it('leaves no trace but the entry that somebody read the case', async () => {
  const before = await everything()
  const entries = async () =>
    (
      await scene.owner.query(
        `select action, episode_ids, fields from audit_entry where action = 'cover-plan.what-if' and outcome = 'done'`,
      )
    ).rows
  const known = (await entries()).length
  await ask({ releaseOn: day('2026-03-31'), medicine: 'buprenorphine-monthly-depot', depotOn: day('2026-03-30') })
  expect(await everything()).toBe(before)
  expect((await entries()).slice(known)).toEqual([
    { action: 'cover-plan.what-if', episode_ids: [of.episodeId], fields: [] },
  ])
})
