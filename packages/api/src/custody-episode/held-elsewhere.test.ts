import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { readReleaseList } from '../release-list/read-release-list.ts'
import { receiveReleaseList } from '../release-list/receive-release-list.ts'
import { writeReleaseList } from '../release-list/write-release-list.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)

/** Somebody whom Northgate let go in January: it has no part left, and still knows its own number. */
async function letGo(number: string, endedOn = '2026-01-10') {
  const one = await scene.aCase({ number, familyName: `Ward${number}`, admittedOn: '2025-10-01' })
  await scene.owner.query(
    `update custody_episode set ended_on = $2::date, ended_because = 'released', released_at = $2::timestamptz + interval '9 hours',
       learned_at = $2::timestamptz + interval '9 hours', release_recorded_at = $2::timestamptz + interval '9 hours',
       release_kind = 'planned' where id = $1`,
    [one.episodeId, endedOn],
  )
  return one
}

/** And whom Eastfield has taken in since. */
async function heldAtEastfield(number: string) {
  const one = await letGo(number)
  const episodeId = newId()
  await scene.owner.query(
    `insert into custody_episode (id, person_id, legal_status, admitted_on, release_certainty, created_by_service_id, created_at)
     values ($1, $2, 'recalled', '2026-02-20', 'could-be-any-day', $3, app.now())`,
    [episodeId, one.personId, scene.services.eastfield],
  )
  await scene.owner.query(
    `insert into custody_stay (id, episode_id, prison_service_id, from_at) values ($1, $2, $3, '2026-02-20T09:00Z')`,
    [newId(), episodeId, scene.services.eastfield],
  )
  return one
}

const takeIn = (number: string, personId: string, admittedOn: string) =>
  refusalOf(
    nurse().person.add(
      aNewPerson({
        prisonNumber: number,
        person: { familyName: `Ward${number}`, givenNames: 'Luc' },
        episode: { admittedOn, releaseDate: null, releaseCertainty: 'could-be-any-day', legalStatus: 'recalled' },
        duplicate: { kind: 'same-person', personId },
      }),
    ),
  )

describe('F03: adding somebody is no way to learn that another prison holds them', () => {
  it('answers alike for another prison’s record and for an old one of its own', async () => {
    const elsewhere = await heldAtEastfield('H1')
    const here = await letGo('H2')
    const answers = [
      await takeIn('H1', elsewhere.personId, '2026-03-25'),
      await takeIn('H2', here.personId, '2025-12-24'),
    ].map(({ code, details, fields }) => ({ code, details, fields }))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toEqual({
      code: 'refused',
      details: { refusal: 'custody-episode.not-with-these-dates' },
      fields: [],
    })
  })

  it('tells of a record that the prison may see', async () => {
    const one = await scene.aCase({ number: 'H3', familyName: 'WardH3', admittedOn: '2025-10-01' })
    expect((await takeIn('H3', one.personId, '2026-03-25')).details).toEqual({
      refusal: 'custody-episode.overlaps',
      episodeId: one.episodeId,
      admittedOn: '2025-10-01',
      endedOn: null,
    })
  })
})

describe('a release list with a line about somebody whom another prison holds', () => {
  const HEADER =
    'prison_number,family_name,given_names,date_of_birth,sex,preferred_language,legal_status,admitted_on,release_date,release_certainty,release_country,release_area,omt_medicine,last_dose_on,naloxone_trained,has_address'
  const lineOf = (number: string) =>
    `${number},Ward${number},Luc,196${number.slice(1)}-04-28,male,en,sentenced,2026-03-02,2026-09-20,expected,GB,City,,,,`

  it('is refused in that line, with field and reason, and written in all others', async () => {
    await heldAtEastfield('H4')
    const bytes = Buffer.from(`${HEADER}\n${lineOf('H5')}\n${lineOf('H4')}\n${lineOf('H6')}\n`)
    const { listId } = await receiveReleaseList(
      scene.people.northgateNurse,
      (async function* () {
        yield bytes
      })(),
    )
    const serviceId = scene.services.northgate
    await readReleaseList({ serviceId, listId })
    const { lines } = await nurse().releaseList.lines({ listId, result: null, page: 1 })
    expect(lines.map(({ line, result, field, because, at }) => [line, result, field, because, at])).toEqual([
      [2, 'new', null, null, null],
      [3, 'refused', 'admitted_on', 'cannot-be-used-here', '2026-03-02'],
      [4, 'new', null, null, null],
    ])

    const { version, counts } = await nurse().releaseList.preview({ listId })
    expect(counts).toMatchObject({ new: 2, refused: 1 })
    await nurse().releaseList.confirm({ listId, requestId: newId(), seenVersion: version })
    await writeReleaseList({ serviceId, listId })
    expect(await nurse().releaseList.preview({ listId })).toMatchObject({ state: 'done', counts: { refused: 1 } })
    const { rows } = await scene.owner.query(
      `select i.value from custody_episode e join person_identifier i on i.person_id = e.person_id
       where i.value in ('H4', 'H5', 'H6') and e.admitted_on = '2026-03-02' order by 1`,
    )
    expect(rows.map(({ value }) => value)).toEqual(['H5', 'H6'])
  })

  it('is read again when somebody was taken in elsewhere between the preview and the write', async () => {
    const one = await letGo('H7')
    const bytes = Buffer.from(`${HEADER}\n${lineOf('H7')}\n${lineOf('H8')}\n`)
    const { listId } = await receiveReleaseList(
      scene.people.northgateNurse,
      (async function* () {
        yield bytes
      })(),
    )
    const serviceId = scene.services.northgate
    await readReleaseList({ serviceId, listId })
    const { version } = await nurse().releaseList.preview({ listId })
    await nurse().releaseList.confirm({ listId, requestId: newId(), seenVersion: version })
    await scene.owner.query(
      `insert into custody_episode (id, person_id, legal_status, admitted_on, release_certainty, created_by_service_id, created_at)
       values ($1, $2, 'recalled', '2026-03-01', 'could-be-any-day', $3, app.now())`,
      [newId(), one.personId, scene.services.eastfield],
    )
    await writeReleaseList({ serviceId, listId })
    expect((await nurse().releaseList.preview({ listId })).state).toBe('reading')
    await readReleaseList({ serviceId, listId })
    const { lines } = await nurse().releaseList.lines({ listId, result: null, page: 1 })
    expect(lines.map(({ line, result }) => [line, result])).toEqual([
      [2, 'refused'],
      [3, 'new'],
    ])
  })
})
