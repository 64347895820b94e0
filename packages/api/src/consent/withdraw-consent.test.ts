import type { CastPerson } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { aConsent } from '../../testing/stored-consent.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const as = (who: CastPerson) => scene.as(scene.people[who])
const CATEGORIES = ['hiv-hcv', 'own-words', 'supporters'] as const

/** What the case says of everything that travels with consent only. */
type Secrets = { medicine: string; words: string; supporter: string }
const SECRETS: Secrets = { medicine: 'Zephyrvir', words: 'nobody is to hear of the letters', supporter: 'aunt Zelda' }

async function aCaseWith(secrets: Secrets): Promise<StoryCase> {
  const one = await scene.aCase({ familyName: 'Moreau' })
  await tellSecrets(one, secrets)
  return one
}

async function tellSecrets({ episodeId }: StoryCase, { medicine, words, supporter }: Secrets): Promise<void> {
  const nurse = scene.people.northgateNurse.accountId
  await scene.owner.query(
    `with supply as (
       insert into health_supply (id, episode_id, version, category, kind, medicine, state, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, 1, 'hiv-hcv', 'hiv', $2, 'under-way', app.now(), $5)
     ), said as (
       insert into own_words (id, episode_id, version, place, kind, words, read_back, may_travel, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, 1, 1, 'strategy', $3, true, true, app.now(), $5)
     ), stands as (
       insert into supporter (id, episode_id, name, role, phone, is_crisis_contact, consent, consent_on, may_be_told, service_id, recorded_at, recorded_by)
       values (gen_random_uuid(), $1, $4, 'everyday', '+44 20 7946 0777', true, 'yes', '2026-03-20', '{}', $6, app.now(), $5)
     )
     insert into case_fact (episode_id, code, category, state, value, version, recorded_at, recorded_by)
     values ($1, 'hiv-treatment', 'hiv-hcv', 'known', '"yes"', 0, app.now(), $5)`,
    [episodeId, medicine, words, supporter, nurse, scene.services.northgate],
  )
}
const send = async (one: StoryCase, areas: readonly ('omt' | 'support')[] = ['omt', 'support']) => {
  const { handoffs } = await as('northgateNurse').handoff.send({
    episodeId: one.episodeId,
    requestId: newId(),
    seenVersion: 0,
    handoffs: areas.map((area) => ({ area, receivingServiceId: scene.services.harbour })),
  })
  return handoffs.map(({ handoffId }) => handoffId)
}
const withdraw = (one: StoryCase, who: CastPerson = 'northgateNurse', consentId: string | null = null) =>
  as(who).consent.withdraw({ episodeId: one.episodeId, requestId: newId(), consentId, ownWords: null })

/** Everything of a case that its receiver can fetch, as text. */
async function fetched(who: CastPerson, one: StoryCase, handoffIds: readonly string[]): Promise<string> {
  const caller = as(who)
  const of = { episodeId: one.episodeId }
  const answers = await Promise.allSettled([
    ...handoffIds.map((handoffId) => caller.handoff.byId({ handoffId })),
    caller.handoff.inbox({ tab: 'acknowledged', page: 1 }),
    caller.carePlan.byEpisode(of),
    caller.healthSupply.byEpisode(of),
    caller.ownWords.byEpisode(of),
    caller.supporter.byEpisode(of),
    caller.timeline.byEpisode(of),
    caller.consent.byEpisode(of),
    caller.person.search({ text: 'Moreau', limit: 20 }),
    caller.checklist.myList({}),
    caller.whatHelps.byEpisode(of),
    caller.evidenceLetter.byEpisode(of),
    caller.circumstance.byEpisode(of),
    caller.barrier.byEpisode(of),
    caller.medication.byEpisode(of),
    caller.coverPlan.byEpisode(of),
    caller.overdosePlan.byEpisode(of),
    caller.howWasIt.byEpisode(of),
    caller.gateList.today(),
    caller.shift.digest({}),
    caller.notice.list({}),
  ])
  // Nearly all of them answer: what is refused is refused alike before and after.
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(15)
  return JSON.stringify(
    answers.map((one) => (one.status === 'fulfilled' ? one.value : `refused: ${(one.reason as Error).message}`)),
  )
}
const tells = (text: string) => Object.values(SECRETS).filter((secret) => text.includes(secret))

describe('F06: a consent is withdrawn', () => {
  it('between send and accept: whoever accepts finds nothing of it, and the sentence names it no more', async () => {
    const one = await aCaseWith(SECRETS)
    await aConsent(scene, one, { categories: CATEGORIES, to: ['harbour'] })
    const handoffs = await send(one)
    expect(tells(await fetched('harbourWorker', one, handoffs))).toContain(SECRETS.words)
    await withdraw(one)
    for (const handoffId of handoffs) await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    expect(tells(await fetched('harbourWorker', one, handoffs))).toEqual([])
    const { carries, content } = await as('harbourWorker').handoff.byId({ handoffId: handoffs[0] ?? '' })
    expect(carries).toEqual(['identity', 'release', 'omt', 'naloxone', 'health'])
    expect(content?.categories).toEqual(carries)
  })

  it('between accept and read: the next read finds nothing of it, and both sides are told without a word of why', async () => {
    const one = await aCaseWith(SECRETS)
    await aConsent(scene, one, { categories: CATEGORIES, to: ['harbour'] })
    const handoffs = await send(one)
    for (const handoffId of handoffs) await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    expect(tells(await fetched('harbourWorker', one, handoffs)).toSorted()).toEqual(Object.values(SECRETS).toSorted())
    await withdraw(one)
    expect(tells(await fetched('harbourWorker', one, handoffs))).toEqual([])
    const { rows } = await scene.owner.query(
      `select s.name, to_jsonb(n) - 'id' - 'service_id' - 'episode_id' - 'dedupe_key' - 'caused_at' - 'caused_by' as told
       from notice n join service s on s.id = n.service_id where n.episode_id = $1 and n.kind = 'sharing-changed' order by 1`,
      [one.episodeId],
    )
    expect(rows.map(({ name }) => name)).toEqual(['HMP Northgate', 'Harbour Recovery'])
    for (const { told } of rows)
      expect(told).toEqual({
        kind: 'sharing-changed',
        audience: 'workers',
        account_id: null,
        handoff_id: null,
        urgency: 'ordinary',
      })
    // What was read while it could be stays in the trail.
    const audit = await scene.owner.query('select 1 from audit_entry where $1 = any (episode_ids) and action = $2', [
      one.episodeId,
      'consent.withdraw',
    ])
    expect(audit.rows).toHaveLength(1)
  })

  it('and the policies say so by themselves, though the part still said that it is open', async () => {
    const one = await aCaseWith(SECRETS)
    await aConsent(scene, one, { categories: CATEGORIES, to: ['harbour'] })
    const handoffs = await send(one)
    for (const handoffId of handoffs) await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    await withdraw(one)
    // As if the first lock had been left open: the part and the handoffs name everything again.
    await scene.owner.query(
      `update handoff set carries = carries || array['hiv-hcv', 'own-words'] where episode_id = $1`,
      [one.episodeId],
    )
    const { rows } = await scene.owner.query(
      'select categories from case_part where episode_id = $1 and service_id = $2',
      [one.episodeId, scene.services.harbour],
    )
    expect(rows[0]?.categories).toContain('hiv-hcv')
    expect(tells(await fetched('harbourWorker', one, handoffs))).toEqual([])
  })

  it('by whoever stands at any desk, seen or not: everything is taken back, and the answer is the same for nothing', async () => {
    const one = await aCaseWith(SECRETS)
    const bare = await scene.aCase()
    await aConsent(scene, one, { categories: CATEGORIES, to: ['harbour'] })
    await send(one)
    for (const each of [one, bare])
      await scene.aHandoff(each, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })
    const [took, tookNothing] = [await withdraw(one, 'havenWorker'), await withdraw(bare, 'havenWorker')]
    expect(took).toEqual({ episodeId: one.episodeId })
    expect(tookNothing).toEqual({ episodeId: bare.episodeId })
    const { consents } = await as('northgateNurse').consent.byEpisode({ episodeId: one.episodeId })
    expect(consents).toMatchObject([
      { standing: 'withdrawn', withdrawn: { at: 'Haven Housing', recordedBy: 'Karl Nyberg' } },
    ])
    await expect(withdraw(one, 'havenWorker', consents[0]?.consentId)).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })
})

describe('what was withdrawn makes no difference', () => {
  it('everything that the receiver can fetch is byte for byte the same, whatever the withdrawn kinds of information hold', async () => {
    const text = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }).filter((one) => one.trim() !== '')
    const secrets = fc.record({ medicine: text, words: text, supporter: text })
    const one = await aCaseWith(SECRETS)
    await aConsent(scene, one, { categories: CATEGORIES, to: ['harbour'] })
    const handoffs = await send(one)
    for (const handoffId of handoffs) await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    await withdraw(one)
    const before = withoutTimes(await fetched('harbourWorker', one, handoffs))
    let held = 0
    await fc.assert(
      fc.asyncProperty(secrets, async ({ medicine, words, supporter }) => {
        await scene.owner.query(
          `alter table health_supply disable trigger user; alter table own_words disable trigger user`,
        )
        await scene.owner.query('update health_supply set medicine = $2 where episode_id = $1', [
          one.episodeId,
          medicine,
        ])
        await scene.owner.query('update own_words set words = $2 where episode_id = $1', [one.episodeId, words])
        await scene.owner.query('update supporter set name = $2 where episode_id = $1', [one.episodeId, supporter])
        held += 1
        expect(withoutTimes(await fetched('harbourWorker', one, handoffs))).toBe(before)
      }),
      { numRuns: 6 },
    )
    expect(held).toBeGreaterThan(5)
    // Nor whether there is anything at all.
    await scene.owner.query('delete from health_supply where episode_id = $1', [one.episodeId])
    await scene.owner.query('delete from own_words where episode_id = $1', [one.episodeId])
    await scene.owner.query('delete from supporter where episode_id = $1', [one.episodeId])
    await scene.owner.query(`delete from case_fact where episode_id = $1 and category = 'hiv-hcv'`, [one.episodeId])
    expect(withoutTimes(await fetched('harbourWorker', one, handoffs))).toBe(before)
  })
})

/** Without what the clock changes. */
function withoutTimes(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
}
