import { newId } from '@throughcare/db/uuid'
import { getPlainDate as day } from '@throughcare/domain/calendar/plain-date'
import { BoardInput } from '@throughcare/domain/release/board-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const board = (
  input: z.input<typeof BoardInput> = {},
  who: 'northgateNurse' | 'eastfieldNurse' | 'northgateManager' = 'northgateNurse',
) => scene.as(scene.people[who]).release.board(BoardInput.parse(input))

describe('a page of the releases board', () => {
  it('shows a person with the date, the five areas, the doses and what comes first', async () => {
    const { episodeId, personId } = await scene.as(scene.people.northgateNurse).person.add(
      aNewPerson({
        prisonNumber: 'B1',
        person: { familyName: 'Åsgård', givenNames: 'Maja' },
        episode: { releaseDate: '2026-04-02' },
      }),
    )
    const { persons, counts, total, today, pages } = await board()
    expect({ counts, total, today, pages }).toEqual({
      counts: { 'next-28-days': 1, 'could-leave-today': 0, 'out-last-48-hours': 0, 'no-date': 0 },
      total: 1,
      today: '2026-03-26',
      pages: 1,
    })
    expect(persons).toMatchObject([
      {
        personId,
        episodeId,
        familyName: 'Åsgård',
        number: 'B1',
        releaseDate: '2026-04-02',
        certainty: 'confirmed',
        daysToRelease: 7,
        clock: { kind: 'not-released' },
        hasPlan: true,
        cover: { kind: 'not-asked' },
        handover: 'not-yet',
      },
    ])
    expect(persons[0]?.areas.map((each) => each.area)).toEqual(['omt', 'naloxone', 'housing', 'benefits', 'partner'])
    expect(persons[0]?.areas[0]).toMatchObject({ state: 'unknown', handoff: 'not-sent' })
    expect(persons[0]?.first).not.toBeNull()
  })

  it('shows how the doses stand at release and how an area was handed over', async () => {
    const one = await scene.aCase({ familyName: 'Dosed', releaseDate: '2026-03-30', number: 'B2' })
    await scene.aTreatment(one, { dosing: 'millLane' })
    await scene.aHandoff(one, { status: 'acknowledged' })
    const { persons } = await board()
    const dosed = persons.find((person) => person.number === 'B2')
    expect(dosed?.cover).toMatchObject({ kind: 'gap', why: 'unknown' })
    expect(dosed?.areas[0]).toMatchObject({ area: 'omt', handoff: 'acknowledged' })

    await scene.owner.query(
      `update medication_treatment set started_on = '2026-01-01', regime_confirmed_on = '2026-03-26', regime_confirmed_by = $2 where episode_id = $1`,
      [one.episodeId, scene.people.northgateNurse.accountId],
    )
    const confirmed = (await board()).persons.find((person) => person.number === 'B2')
    // No appointment is booked: the first day outside is the gap.
    expect(confirmed?.cover).toEqual({
      kind: 'gap',
      from: '2026-03-31',
      days: 14,
      why: 'uncovered',
      agreed: { kind: 'not-ready', because: 'no-plan' },
    })

    await scene.owner.query(
      `insert into appointment (id, episode_id, area, service_id, at, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, 'omt', $2, '2026-03-31T10:00Z', app.now(), $3)`,
      [one.episodeId, scene.services.millLane, scene.people.northgateNurse.accountId],
    )
    const booked = (await board()).persons.find((person) => person.number === 'B2')
    // Mill Lane gives no doses at the weekend: 4 and 5 April.
    expect(booked?.cover).toMatchObject({ kind: 'gap', from: '2026-04-04', why: 'closed' })

    await scene.as(scene.people.northgateNurse).coverPlan.recordSupply({
      episodeId: one.episodeId,
      requestId: newId(),
      seenVersion: 0,
      days: { from: day('2026-04-04'), to: day('2026-04-10') },
    })
    const supplied = (await board()).persons.find((person) => person.number === 'B2')
    // A supply planned for the gate closes it, here as on the strip of the case: the next gap is a weekend later.
    expect(supplied?.cover).toMatchObject({ kind: 'gap', from: '2026-04-11', why: 'closed' })

    // Every item of the treatment is done, and still it is work: nobody agreed on what closes the gap.
    const itemId = await scene.anItem(one, { area: 'omt', code: 'omt-name-prescriber' })
    await scene.owner.query(`update checklist_item set status = 'done' where id = $1`, [itemId])
    const ticked = (await board()).persons.find((person) => person.number === 'B2')
    expect(ticked?.areas[0]).toMatchObject({ area: 'omt', state: 'waiting' })
  })

  it('sifts by what the columns say and by what the domain says, and counts what it shows', async () => {
    await scene.aCase({ familyName: 'Remanded', legalStatus: 'remand', releaseDate: null, number: 'B3' })
    const numbers = async (input: z.input<typeof BoardInput>) => {
      const { persons, total } = await board(input)
      expect(total).toBe(persons.length)
      return persons.map((person) => person.number)
    }
    expect(await numbers({ window: 'could-leave-today' })).toEqual(['B3'])
    expect(await numbers({ window: 'could-leave-today', legalStatus: 'sentenced' })).toEqual([])
    expect(await numbers({ certainty: 'confirmed' })).toEqual(['B2', 'B1'])
    expect(await numbers({ certainty: 'expected' })).toEqual([])
    expect(await numbers({ handoffState: 'acknowledged' })).toEqual(['B2'])
    expect(await numbers({ cover: 'gap' })).toEqual(['B2', 'B1'])
    expect(await numbers({ cover: 'covered' })).toEqual([])
    expect(await numbers({ areaState: 'unknown' })).toEqual(['B2', 'B1'])
    expect(await numbers({ sort: 'name', descending: true })).toEqual(['B2', 'B1'])
  })

  it('names in the audit trail those who were shown and nobody else', async () => {
    await board({ handoffState: 'acknowledged' })
    const { rows } = await scene.owner.query(
      `select cardinality(person_ids) as shown from audit_entry where action = 'release.board' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ shown: 1 }])
  })

  it('pages without repeating or skipping anybody', async () => {
    for (let index = 0; index < 53; index += 1)
      await scene.aCase({ familyName: 'Many', givenNames: 'Same', releaseDate: '2026-04-20', legalStatus: 'recalled' })
    const seen: string[] = []
    for (const page of [1, 2, 3, 4]) {
      const { persons, total, pages } = await board({ legalStatus: 'recalled', page })
      expect({ total, pages }).toEqual({ total: 53, pages: 3 })
      seen.push(...persons.map((person) => person.episodeId))
    }
    expect(seen).toHaveLength(53)
    expect(new Set(seen).size).toBe(53)
  })

  it.each([
    { page: 0 },
    { page: -1 },
    { page: 1.5 },
    { page: 1e9 },
    { sort: 'name; drop table person' },
    { window: 'everybody' },
    { descending: 'yes' },
    { serviceId: '00000000-0000-7000-8000-000000000001' },
  ])('A19, D09: refuses %j', async (input) => {
    const asked = scene.as(scene.people.northgateNurse).release.board(input as z.input<typeof BoardInput> as BoardInput)
    await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('another prison sees its own persons only; a manager of this one sees the same as its nurse', async () => {
    expect((await board({}, 'eastfieldNurse')).total).toBe(0)
    expect((await board({}, 'northgateManager')).total).toBe((await board()).total)
    for (const who of ['harbourWorker', 'regionManager', 'administrator'] as const)
      await expect(scene.as(scene.people[who]).release.board(BoardInput.parse({}))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
  })
})
