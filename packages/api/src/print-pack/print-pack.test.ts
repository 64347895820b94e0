import type { StoryCase } from '@throughcare/db/testing/story'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'
import { recordPrint } from './record-print.ts'

let scene: Scene
let one: StoryCase

beforeAll(async () => {
  scene = await openScene()
  await scene.setClock(new Date('2026-03-26T09:00:00Z'))
  await scene.owner.query(
    `update service set address = name || ', 4 Quay Street, Northport', phone = '+44 20 7946 0011' where name in ('Harbour Recovery', 'Haven Housing')`,
  )
})
beforeEach(async () => {
  one = await scene.aCase({ familyName: 'Haddad', givenNames: 'Karim', releaseDate: '2026-04-02' })
})
afterAll(() => scene.close())

const pack = () => scene.as(scene.people.northgateNurse).printPack.byEpisode({ episodeId: one.episodeId })
const fact = (code: string, category: string, value: string) =>
  scene.owner.query(
    `insert into case_fact (episode_id, code, category, state, value, recorded_at, recorded_by)
     values ($1, $2, $3, 'known', to_jsonb($4::text), app.now(), $5)`,
    [one.episodeId, code, category, value, scene.people.northgateNurse.accountId],
  )
const appointment = (service: keyof Scene['services'], area: string, place: string | null) =>
  scene.owner.query(
    `insert into appointment (id, episode_id, area, service_id, at, place, recorded_at, recorded_by)
     values (gen_random_uuid(), $1, $2, $3, '2026-04-02T10:30:00Z', $4, app.now(), $5)`,
    [one.episodeId, area, scene.services[service], place, scene.people.northgateNurse.accountId],
  )

describe('what is printed', () => {
  it('is not finished while nobody knows where to go first and where to be dosed', async () => {
    expect(await pack()).toMatchObject({
      treated: 'unknown',
      gaps: ['first-appointment', 'dosing-point'],
      firstAppointment: null,
      dosing: null,
      ring: null,
      bed: 'unknown',
      ownWords: [],
      things: expect.arrayContaining([{ thing: 'papers', state: 'not-confirmed' }]),
    })
  })

  it('is finished with a booked appointment and a dosing point, and says where they are without saying what for', async () => {
    await scene.aTreatment(one, { dosing: 'harbour' })
    await appointment('harbour', 'omt', null)
    const found = await pack()
    expect(found).toMatchObject({
      treated: 'yes',
      gaps: [],
      firstAppointment: {
        day: '2026-04-02',
        isConfirmed: true,
        place: { service: 'Harbour Recovery', discreetAddress: '4 Quay Street, Northport' },
      },
      dosing: { place: { discreetAddress: '4 Quay Street, Northport' } },
    })
    expect(found.dosing?.days.map(({ day }) => day)).toHaveLength(7)
    expect(found.dosing?.days[0]?.day).toBe('2026-04-02')
  })

  it.each([
    ['before it opens', '2026-03-27T09:00:00Z', '2026-03-27T09:30:00.000Z'],
    ['while it is open, from now on', '2026-03-27T14:03:00Z', '2026-03-27T14:03:00.000Z'],
    ['after the last dosing hour of a Friday: on Monday', '2026-03-27T16:30:00Z', '2026-03-30T08:30:00.000Z'],
  ])('sends whoever leaves at a moment’s notice to hours that are not over: %s', async (_when, now, opens) => {
    const out = await scene.aCase({ legalStatus: 'remand', releaseDate: null })
    await scene.aTreatment(out, { dosing: 'harbour' })
    await scene.setClock(new Date(now))
    const { dosing } = await scene.as(scene.people.northgateNurse).printPack.byEpisode({ episodeId: out.episodeId })
    expect(dosing?.firstOpenAt?.slice(0, 16)).toBe(opens.slice(0, 16))
  })

  it('takes what was said for an appointment that nobody has confirmed, and leaves the name of the place out', async () => {
    await fact('dose', 'omt', 'not-on-omt')
    await fact('where-next', 'omt', 'Harbour Recovery by the station, 4 Quay Street')
    await fact('when', 'omt', '2026-04-02T10:30')
    expect(await pack()).toMatchObject({
      treated: 'no',
      gaps: [],
      firstAppointment: {
        isConfirmed: false,
        at: '2026-04-02T09:30:00.000Z',
        place: { discreetAddress: '4 Quay Street' },
      },
    })
  })

  it('U11: carries the treatment only to whoever it is handed to, and nothing of a partner to anybody', async () => {
    await scene.aTreatment(one, { dosing: 'harbour' })
    await scene.aHandoff(one, { area: 'omt', to: 'harbour' })
    await scene.aHandoff(one, { area: 'housing', to: 'haven' })
    await scene.aHandoff(one, { area: 'partner', to: 'riverside' })
    const { receivers, ring } = await pack()
    expect(ring).toBe('+44 20 7946 0999')
    expect(
      receivers.map(({ name, areas, treatment }) => [name, areas.map(({ area }) => area), treatment?.medicine]),
    ).toEqual([
      ['Harbour Recovery', ['omt'], 'methadone'],
      ['Haven Housing', ['housing'], undefined],
    ])
  })

  it('makes no page for a service that said no', async () => {
    await scene.aTreatment(one, { dosing: 'harbour' })
    await scene.aHandoff(one, { area: 'omt', to: 'harbour', status: 'rejected' })
    expect(await pack()).toMatchObject({ receivers: [], ring: null })
  })

  it('gives a number only for a way of reaching the person that they allow', async () => {
    await fact('phone', 'identity', '+44 7700 900123')
    expect((await pack()).reach).toMatchObject({ channel: null, phone: null, mayLeaveMessage: false })
    for (const [channel, phone] of [
      ['phone', '+44 7700 900123'],
      ['text', '+44 7700 900123'],
      ['letter', null],
      ['in-person', null],
      ['none', null],
    ]) {
      await scene.owner.query(
        `insert into contact_safety (person_id, channel, voicemail) values ($1, $2, true)
         on conflict (person_id) do update set channel = $2`,
        [one.personId, channel],
      )
      expect((await pack()).reach).toMatchObject({ channel, phone, mayLeaveMessage: channel !== 'none' })
    }
  })
})

describe('who may print', () => {
  it.each(['eastfieldNurse', 'harbourWorker', 'northgateManager'] as const)('not %s', async (who) => {
    await expect(scene.as(scene.people[who]).printPack.byEpisode({ episodeId: one.episodeId })).rejects.toThrow()
    await expect(
      recordPrint(scene.people[who], {
        episodeId: one.episodeId,
        sheet: 'person',
        wording: 'discreet',
        language: 'ar',
        seal: 'a'.repeat(64),
      }),
    ).rejects.toThrow()
  })

  it('a print stands in the trail with its page, language and the seal of its content', async () => {
    await recordPrint(scene.people.northgateNurse, {
      episodeId: one.episodeId,
      sheet: 'person',
      wording: 'discreet',
      language: 'ar',
      seal: 'b'.repeat(64),
    })
    const { rows } = await scene.owner.query(
      `select action, fields, person_ids from audit_entry where $1 = any (episode_ids) and action = 'print-pack.print'`,
      [one.episodeId],
    )
    expect(rows).toEqual([
      {
        action: 'print-pack.print',
        fields: ['sheet:person', 'wording:discreet', 'language:ar', `sha256:${'b'.repeat(64)}`],
        person_ids: [one.personId],
      },
    ])
  })
})
