import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)
const press = (episodeId: string, kinds: ('omt-history' | 'custody-and-release' | 'residence' | 'benefits')[]) => ({
  episodeId,
  requestId: newId(),
  kinds,
})

describe('the evidence pack', () => {
  it('says what the record says, and that it is unknown where it does not; the trail holds the hash', async () => {
    const one = await scene.aCase({ familyName: 'Costa', givenNames: 'Ana' })
    await scene.aTreatment(one, { dosing: 'harbour' })
    const made = await nurse().evidenceLetter.make(press(one.episodeId, ['omt-history', 'benefits']))
    expect(made.letters.map(({ kind }) => kind)).toEqual(['omt-history', 'benefits'])
    const { letters } = await nurse().evidenceLetter.byEpisode({ episodeId: one.episodeId })
    const history = letters.find(({ kind }) => kind === 'omt-history')
    expect(history).toMatchObject({ serviceName: 'HMP Northgate', isWhole: true })
    const said = Object.fromEntries(history?.facts.map(({ fact, value }) => [fact, value]) ?? [])
    expect(said).toMatchObject({ name: 'Ana Costa', medicine: 'methadone' })
    const benefits = letters.find(({ kind }) => kind === 'benefits')
    expect(benefits?.facts).toContainEqual({ fact: 'has-health-cover', value: null, by: null, on: null })
    const { rows } = await scene.owner.query<{ fields: string[] }>(
      `select fields from audit_entry where action = 'evidence-letter.make' and $1 = any (episode_ids)`,
      [one.episodeId],
    )
    expect(rows[0]?.fields).toEqual(made.letters.flatMap(({ kind, hash }) => [kind, `sha256:${hash}`]))
  })

  it('shows that what stands there is not what was made, if somebody got at it', async () => {
    const { episodeId } = await scene.aCase()
    const { letters } = await nurse().evidenceLetter.make(press(episodeId, ['custody-and-release']))
    await scene.owner.query('alter table evidence_letter disable trigger user')
    await scene.owner.query(`update evidence_letter set facts = facts - 0 where id = $1`, [letters[0]?.id])
    await scene.owner.query('alter table evidence_letter enable trigger user')
    const { letters: now } = await nurse().evidenceLetter.byEpisode({ episodeId })
    expect(now.map(({ isWhole }) => isWhole)).toEqual([false])
  })

  it('is made once however often the press arrives, and stays when the record moves on', async () => {
    const one = await scene.aCase()
    const same = press(one.episodeId, ['custody-and-release'])
    await Promise.all([nurse().evidenceLetter.make(same), nurse().evidenceLetter.make(same)])
    const before = (await nurse().evidenceLetter.byEpisode({ episodeId: one.episodeId })).letters
    expect(before).toHaveLength(1)
    await scene.owner.query(`update custody_episode set release_date = '2026-05-01' where id = $1`, [one.episodeId])
    expect((await nurse().evidenceLetter.byEpisode({ episodeId: one.episodeId })).letters).toEqual(before)
  })

  it('knows which letters the barriers that stand ask for', async () => {
    const { episodeId } = await scene.aCase()
    const barrier = {
      episodeId,
      barrierId: null,
      seenVersion: 0,
      area: 'omt',
      code: 'proof-of-history',
      level: 'service',
      serviceId: null,
      words: null,
      since: null,
      resolvedOn: null,
      resolvedHow: null,
    } as const
    await nurse().barrier.record({ ...barrier, requestId: newId() })
    await nurse().barrier.record({ ...barrier, requestId: newId(), code: 'waiting-list' })
    expect((await nurse().evidenceLetter.byEpisode({ episodeId })).asked).toEqual(['omt-history'])
  })

  it('of a treatment is neither made nor seen by a service that works without knowing it', async () => {
    const one = await scene.aCase()
    await nurse().evidenceLetter.make(press(one.episodeId, ['omt-history', 'residence']))
    await scene.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted' })
    const worker = scene.as(scene.people.havenWorker)
    const { letters, makes } = await worker.evidenceLetter.byEpisode({ episodeId: one.episodeId })
    expect(letters.map(({ kind }) => kind)).toEqual(['residence'])
    expect(makes).toEqual(['custody-and-release', 'residence'])
    await expect(worker.evidenceLetter.make(press(one.episodeId, ['residence', 'omt-history']))).rejects.toMatchObject({
      cause: { code: 'not-allowed' },
    })
    await expect(
      scene.as(scene.people.riversideWorker).evidenceLetter.make(press(one.episodeId, ['residence'])),
    ).rejects.toMatchObject({ cause: { code: 'not-found' } })
  })
})
