import type { CastPerson, CastService } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { RecordConsentInput } from '@throughcare/domain/consent/consent-inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { followSharing } from './follow-sharing.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const SECRET = 'Zephyrvir'
const as = (who: CastPerson) => scene.as(scene.people[who])
const inputOf = (one: StoryCase, change: Partial<RecordConsentInput> = {}): RecordConsentInput =>
  ({
    episodeId: one.episodeId,
    requestId: newId(),
    answer: 'given',
    purpose: 'treatment-goes-on',
    serviceIds: [scene.services.harbour],
    kinds: [],
    supporterIds: [],
    categories: ['hiv-hcv'],
    fromOn: '2026-03-26',
    toOn: null,
    language: 'en',
    explained: 'spoken',
    capacity: 'can-decide',
    witness: 'a chaplain',
    ownWords: 'only the clinic',
    signature: 'L. Moreau',
    ...change,
  }) as RecordConsentInput

/** A case with medicine that must not be known of beyond those whom the person named. */
async function aCaseWithSecret(secret = SECRET): Promise<StoryCase> {
  const one = await scene.aCase()
  await scene.owner.query(
    `insert into health_supply (id, episode_id, version, category, kind, medicine, state, recorded_at, recorded_by)
     values ($1, $2, 1, 'hiv-hcv', 'hiv', $3, 'under-way', app.now(), $4)`,
    [newId(), one.episodeId, secret, scene.people.northgateNurse.accountId],
  )
  return one
}
const send = async (one: StoryCase, area = 'omt', to: CastService = 'harbour') => {
  const { handoffs } = await as('northgateNurse').handoff.send({
    episodeId: one.episodeId,
    requestId: newId(),
    seenVersion: 0,
    handoffs: [{ area: area as 'omt', receivingServiceId: scene.services[to] }],
  })
  return handoffs[0]?.handoffId ?? ''
}
const carriedBy = async (who: CastPerson, handoffId: string) => (await as(who).handoff.byId({ handoffId })).carries
const supplies = async (who: CastPerson, one: StoryCase) => {
  const { supplies } = await as(who).healthSupply.byEpisode({ episodeId: one.episodeId })
  return JSON.stringify(supplies).includes(SECRET)
}
const noticesOf = async (one: StoryCase) => {
  const { rows } = await scene.owner.query<{ name: string }>(
    `select s.name from notice n join service s on s.id = n.service_id where n.episode_id = $1 and n.kind = 'sharing-changed' order by 1`,
    [one.episodeId],
  )
  return rows.map(({ name }) => name)
}

describe('a consent', () => {
  it('U23: opens one category to one recipient, signed by name and time, also of what is on its way already', async () => {
    const one = await aCaseWithSecret()
    const handoffId = await send(one)
    await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    expect(await carriedBy('harbourWorker', handoffId)).not.toContain('hiv-hcv')
    expect(await supplies('harbourWorker', one)).toBe(false)
    const input = inputOf(one)
    const { consentId } = await as('northgateNurse').consent.record(input)
    // The same press twice is one consent.
    expect(await as('northgateNurse').consent.record(input)).toEqual({ consentId })
    expect(await carriedBy('harbourWorker', handoffId)).toContain('hiv-hcv')
    expect(await supplies('harbourWorker', one)).toBe(true)
    expect(await noticesOf(one)).toEqual(['HMP Northgate', 'Harbour Recovery'])
    const { consents, travels } = await as('northgateNurse').consent.byEpisode({ episodeId: one.episodeId })
    expect(consents).toMatchObject([
      { consentId, standing: 'live', signature: 'L. Moreau', witness: 'a chaplain', ownWords: 'only the clinic' },
    ])
    // U23: a name typed under it, and when.
    expect(consents[0]?.signedAt).toMatch(/^2026-03-26T/)
    expect(travels[0]?.travels.at(-1)).toMatchObject({ category: 'hiv-hcv', basis: 'consent', byId: consentId })
  })

  it('for one service opens nothing to another, and nothing to a manager', async () => {
    const one = await aCaseWithSecret()
    await as('northgateNurse').consent.record(inputOf(one, { serviceIds: [scene.services.riverside] }))
    const handoffId = await send(one)
    await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    expect(await supplies('harbourWorker', one)).toBe(false)
    await as('northgateNurse').consent.record(inputOf(one))
    expect(await carriedBy('harbourManager', handoffId)).not.toContain('hiv-hcv')
  })

  it('that is refused is kept and opens nothing', async () => {
    const one = await aCaseWithSecret()
    await as('northgateNurse').consent.record(
      inputOf(one, { answer: 'refused', signature: null, capacity: 'not-looked-at' }),
    )
    const handoffId = await send(one)
    expect(await carriedBy('harbourWorker', handoffId)).not.toContain('hiv-hcv')
    const { consents } = await as('northgateNurse').consent.byEpisode({ episodeId: one.episodeId })
    expect(consents).toMatchObject([{ standing: 'refused', signature: null, signedAt: null }])
    // Nobody is told of a no.
    expect(await noticesOf(one)).toEqual([])
  })

  it('is shown to nobody to whom it opens something: only what it opens', async () => {
    const one = await aCaseWithSecret()
    const handoffId = await send(one)
    await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    await as('northgateNurse').consent.record(inputOf(one))
    const view = await as('harbourWorker').consent.byEpisode({ episodeId: one.episodeId })
    expect(view).toMatchObject({ consents: [], overrides: [], may: { withdraw: true, record: true } })
    await expect(as('riversideWorker').consent.byEpisode({ episodeId: one.episodeId })).rejects.toMatchObject({
      cause: { code: 'not-found' },
    })
  })
})

describe('F07: what is no consent', () => {
  it.each([
    ['cannot-decide', { capacity: 'cannot-decide' }],
    ['capacity-not-looked-at', { capacity: 'not-looked-at' }],
    ['is-over', { fromOn: '2026-03-01', toOn: '2026-03-25' }],
  ] as const)('%s: it is blocked, and legal bases are there to choose from, none chosen', async (because, change) => {
    const one = await aCaseWithSecret()
    const pressed = as('northgateNurse').consent.record(inputOf(one, change as Partial<RecordConsentInput>))
    await expect(pressed).rejects.toMatchObject({
      cause: {
        code: 'refused',
        details: {
          refusal: `consent.${because}`,
          legalBases: ['vital-interest', 'child-safeguarding', 'legal-duty'],
        },
      },
    })
    const { rows } = await scene.owner.query('select 1 from sharing_consent where episode_id = $1', [one.episodeId])
    expect(rows).toEqual([])
  })

  it('an expired one opens nothing any more: not to the next read, and soon not in the sentence', async () => {
    const one = await aCaseWithSecret()
    await as('northgateNurse').consent.record(inputOf(one, { toOn: '2026-03-27' as never }))
    const handoffId = await send(one)
    await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    expect(await supplies('harbourWorker', one)).toBe(true)
    // As if its days had gone by.
    await scene.owner.query('alter table sharing_consent disable trigger sharing_consent_insert_only')
    await scene.owner.query(
      `update sharing_consent set valid_from = app.now() - interval '2 hours', valid_until = app.now() - interval '1 second' where episode_id = $1`,
      [one.episodeId],
    )
    await scene.owner.query('alter table sharing_consent enable trigger sharing_consent_insert_only')
    expect(await supplies('harbourWorker', one)).toBe(false)
    expect(await followSharing()).toBeGreaterThan(0)
    expect(await carriedBy('harbourWorker', handoffId)).not.toContain('hiv-hcv')
    expect(await followSharing()).toBe(0)
    const { consents } = await as('northgateNurse').consent.byEpisode({ episodeId: one.episodeId })
    expect(consents[0]?.standing).toBe('expired')
  })

  it('an override opens it for hours, with a reason and a legal basis, and ends at once when somebody ends it', async () => {
    const one = await aCaseWithSecret()
    const handoffId = await send(one)
    await as('harbourWorker').handoff.accept({ ...aPress(handoffId), workerId: null })
    const override = {
      episodeId: one.episodeId,
      requestId: newId(),
      overrideId: null,
      seenVersion: null,
      legalBasis: 'vital-interest' as const,
      reason: 'found unconscious',
      serviceIds: [scene.services.harbour],
      categories: ['hiv-hcv' as const],
      hours: 4,
    }
    for (const missing of [{ legalBasis: null }, { reason: null }, { hours: null }, { hours: 73 }])
      await expect(as('northgateNurse').consent.override({ ...override, ...missing })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      })
    const { overrideId } = await as('northgateNurse').consent.override(override)
    expect(await supplies('harbourWorker', one)).toBe(true)
    const view = await as('northgateNurse').consent.byEpisode({ episodeId: one.episodeId })
    expect(view.consents).toEqual([])
    expect(view.overrides).toMatchObject([{ overrideId, legalBasis: 'vital-interest', isOver: false, version: 0 }])
    expect(view.travels[0]?.travels.at(-1)).toMatchObject({ category: 'hiv-hcv', basis: 'override' })
    const ending = { ...override, requestId: newId(), overrideId, seenVersion: 0, legalBasis: null, reason: null }
    await as('northgateNurse').consent.override({ ...ending, serviceIds: [], categories: [], hours: null })
    expect(await supplies('harbourWorker', one)).toBe(false)
    const again = { ...ending, requestId: newId(), serviceIds: [], categories: [], hours: null }
    await expect(as('northgateNurse').consent.override(again)).rejects.toMatchObject({
      cause: { code: 'changed-meanwhile' },
    })
  })
})
