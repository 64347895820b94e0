import { randomUUID } from 'node:crypto'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../testing/scene.ts'
import { ask, said } from './ask.ts'
import { BORN, RELEASE_DATE, type StoredCase } from './case-to-store.ts'
import type { Told } from './fixture.ts'
import { type Footprint, footprintOf } from './footprint.ts'
import { PROCEDURES } from './procedures.ts'
import { freshFor, goodInput, someoneWhoMay } from './someone.ts'
import { type Stage, setStage } from './stage.ts'

/** Every press of the router: the same one twice is one effect, and one from an old page is refused with both versions. */
let scene: Scene
let stage: Stage
let footprint: Footprint

beforeAll(async () => {
  scene = await openScene()
  stage = await setStage(scene, [])
  footprint = await footprintOf(scene.owner)
})
afterAll(() => scene.close())

const MUTATIONS = PROCEDURES.filter(({ type }) => type === 'mutation')

/**
 * About one's own session: done with or without a hat, so there is no transaction that a press could be claimed in. Each sets
 * what it says; said twice it is set once.
 */
const BY_NATURE = ['access.chooseHat', 'access.chooseLanguage', 'access.signOutEverywhere', 'access.endSession']
/** About hats, one's own contact details or somebody else's: presses like any other. */
const ABOUT_HATS = ['invite', 'changeMember', 'makeReset', 'recordContact', 'endMembership'].map(
  (verb) => `access.${verb}`,
)

/** Of what is about no case every good input is the same: what differs in the other content, each a good one by itself. */
const DIFFERS: Record<string, object> = {
  'figureExport.make': { reason: 'another meeting' },
  'nowBoard.putUp': { place: 'Corridor' },
  'simulation.start': { to: '2026-02' },
}

type Press = { requestId: string; seenVersion?: number | null }

const press = (told: Told, path: string, input: unknown) => ask(stage, { kind: 'hat', hat: told.hat }, path, input)

/** How often somebody agreed to have something shared, in all cases there are. */
async function givenConsents(): Promise<number> {
  const { rows } = await scene.owner.query<{ given: number }>(
    `select count(*)::int as given from sharing_consent where state = 'given'`,
  )
  return rows[0]?.given ?? 0
}

/** Somebody changes everything of the case: what was on a screen is old. */
async function age({ episodeId, personId, listId, placeId, arrivalRequestId }: StoredCase): Promise<void> {
  for (const table of [
    'care_plan',
    'checklist_item',
    'medication_treatment',
    'naloxone_kit',
    'partner_wish',
    'handoff',
    'bridging_prescription',
    'cover_plan',
    'court_day',
    'overdose_report',
    'supporter',
    'sharing_note',
    'sharing_override',
    'objection',
  ])
    await scene.owner.query(`update ${table} set version = version + 1 where episode_id = $1`, [episodeId])
  // Of what is said anew each time, the newest is the version.
  for (const table of [
    'planned_supply',
    'reachability',
    'agreed_lateness',
    'minimum_pack',
    'release_exclusion',
    'own_words',
    'overdose_plan',
    'what_helps',
    'partner_side',
    // Another report: whoever was told the same writes it once.
    'overdose_report',
  ])
    await scene.owner.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'version', t.version + 1))).*
       from ${table} t where t.episode_id = $1`,
      [episodeId],
    )
  // What is said again under the same id.
  for (const table of ['barrier', 'belongings', 'housing_place', 'kept_date', 'treatment_away', 'health_supply'])
    await scene.owner.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('version', t.version + 1))).*
       from ${table} t where t.episode_id = $1`,
      [episodeId],
    )
  await scene.owner.query(
    `insert into service_admission (service_id, version, women_only, couples, asked_on, recorded_at, recorded_by)
     select v.id, 1 + coalesce((select max(a.version) from service_admission a where a.service_id = v.id), 0), 'no', 'no',
       '2026-03-20', app.now(), $1::uuid
     from service v`,
    [scene.people.administrator.accountId],
  )
  await scene.owner.query('update custody_episode set version = version + 1 where id = $1', [episodeId])
  await scene.owner.query('update person set version = version + 1 where id = $1', [personId])
  await scene.owner.query('update contact_safety set version = version + 1 where person_id = $1', [personId])
  await scene.owner.query('update release_list set version = version + 1 where id = $1', [listId])
  await scene.owner.query('update arrival_request set version = version + 1 where id = $1', [arrivalRequestId])
  await scene.owner.query('update service set version = version + 1 where id = $1', [placeId])
  for (const table of ['digest_choice', 'data_request', 'restriction'])
    await scene.owner.query(`update ${table} set version = version + 1`)
  // Nothing but a move changes a merge, whoever asks.
  await scene.owner.query(`alter table person_merge disable trigger user;
    update person_merge set version = version + 1; alter table person_merge enable trigger user`)
  await scene.owner.query('update notice_settings set version = version + 1')
  await scene.owner.query('update service_duty_mailbox set version = version + 1')
  await scene.owner.query('update rule_set_version set changes = changes + 1 where service_id = $1', [placeId])
  await scene.owner.query(
    `insert into rule_set_version (id, kind, service_id, version, body, own_words, source, review_by, proposed_at, proposed_by)
     select gen_random_uuid(), 'depot-windows', service_id, 1, body, own_words, source, review_by, proposed_at, proposed_by
     from rule_set_version where service_id = $1 and version = 1`,
    [placeId],
  )
}

describe.each(MUTATIONS.filter(({ path }) => !BY_NATURE.includes(path)))('$path', (procedure) => {
  const { path } = procedure

  it('G02, G03, U7: pressed twice, and three times at once, is one effect with one answer', async () => {
    const told = await someoneWhoMay(stage, procedure)
    const input = goodInput(procedure, told)
    footprint.forget()
    const before = await footprint.last()
    const agreed = await givenConsents()
    const first = await press(told, path, input)
    expect(said(first)).toBe('answered')
    // U7: nobody records by the way that a person agreed to have something shared.
    if (path !== 'consent.record') expect(await givenConsents()).toBe(agreed)
    const after = await footprint.take()
    expect(after).not.toBe(before)
    expect(await press(told, path, input)).toEqual(first)
    expect(await footprint.take()).toBe(after)

    const other = { ...told, of: await freshFor(stage, procedure, told), requestId: newId() }
    const atOnce = goodInput(procedure, other)
    const answers = await Promise.all([1, 2, 3].map(() => press(other, path, atOnce)))
    expect(answers.map(said)).toEqual(['answered', 'answered', 'answered'])
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('G02: the same press with another content is refused and does nothing', async () => {
    const told = await someoneWhoMay(stage, procedure)
    const first = goodInput(procedure, told)
    expect(said(await press(told, path, first))).toBe('answered')
    const other = { ...told, of: await freshFor(stage, procedure, told) }
    const content = goodInput(procedure, other) as object
    // What is about no case differs by a field of its own.
    const own = 'prisonNumber' in content ? { prisonNumber: randomUUID() } : DIFFERS[path]
    const another = { ...content, ...own }
    expect(another, 'the same content: say in DIFFERS what differs').not.toEqual(first)
    footprint.forget()
    const before = await footprint.last()
    const reused = await press(other, path, another)
    expect(reused).toMatchObject({ kind: 'refused', error: { code: 'request-reused', details: {} } })
    expect(await footprint.take()).toBe(before)
  })

  it('G01: from an old page is refused with both versions, and does nothing', async () => {
    const told = await someoneWhoMay(stage, procedure)
    const input = goodInput(procedure, told) as Press
    if (input.seenVersion === undefined) return
    if (input.seenVersion === null) {
      // Nobody had answered; meanwhile somebody has.
      expect(said(await press(told, path, { ...input, requestId: newId() }))).toBe('answered')
    } else await age(told.of)
    footprint.forget()
    const before = await footprint.last()
    const old = await press(told, path, input)
    expect(old).toMatchObject({
      kind: 'refused',
      error: { code: 'changed-meanwhile', details: { seen: { version: input.seenVersion } } },
    })
    const { current } =
      old.kind === 'refused' ? (old.error.details as { current: { version: number } }) : { current: null }
    expect(current?.version).toBe((input.seenVersion ?? -1) + 1)
    expect(await footprint.take()).toBe(before)
  })
})

describe('I03: a press that finds nothing to change', () => {
  const details = { otherNames: [], sex: 'unknown', languages: [], interpreterNeeded: null }
  it.each<[string, (of: StoredCase) => object]>([
    [
      'release.changeDate',
      ({ episodeId }) => ({ episodeId, releaseDate: RELEASE_DATE, certainty: 'confirmed', reason: null }),
    ],
    [
      'person.correct',
      ({ personId, familyName }) => ({ ...details, personId, familyName, givenNames: 'Luc', dateOfBirth: BORN }),
    ],
  ])('%s: is in the trail all the same', async (path, contentOf) => {
    const hat = stage.hats.find(({ role }) => role === 'prison-health')
    if (!hat) throw new Error('there is nobody')
    const of = await stage.fresh(hat, 'own')
    const requestId = newId()
    const given = await ask(stage, { kind: 'hat', hat }, path, { ...contentOf(of), requestId, seenVersion: 0 })
    expect(given).toMatchObject({ kind: 'answered', answer: { version: 0 } })
    expect(await footprint.entries({ ...hat.actor, ...of, requestId })).toBe(1)
  })
})

describe('presses about one’s own session', () => {
  it('are those that are listed, and have no version', () => {
    const own = MUTATIONS.map(({ path }) => path).filter((path) => !ABOUT_HATS.includes(path))
    expect(own.filter((path) => path.startsWith('access.'))).toEqual(BY_NATURE)
  })

  it('set what they say, once or twice', async () => {
    const [hat] = stage.hats
    if (!hat) throw new Error('there is nobody')
    const { accountId, membershipId } = hat.actor
    for (let turn = 0; turn < 2; turn += 1) {
      const caller = scene.as(hat.actor)
      await caller.access.chooseLanguage({ requestId: newId(), locale: 'nb' })
      await caller.access.chooseHat({ requestId: newId(), membershipId })
      const { rows } = await scene.owner.query(
        `select a.locale, s.membership_id from account a join session s on s.account_id = a.id
         where a.id = $1 and s.ended_at is null`,
        [accountId],
      )
      expect(rows).toEqual([{ locale: 'nb', membership_id: membershipId }])
    }
    expect((await scene.as(hat.actor).access.signOutEverywhere({ requestId: newId() })).ended).toBe(1)
    expect((await scene.as(hat.actor).access.signOutEverywhere({ requestId: newId() })).ended).toBe(0)
  })
})

it('G02: somebody else’s press id is free for me, and tells me nothing', async () => {
  const procedure = MUTATIONS.find(({ path }) => path === 'contact.record')
  const [nurse, colleague] = stage.hats.filter(({ role }) => role === 'caseworker')
  if (!procedure || !nurse || !colleague) throw new Error('there is nobody')
  const requestId = newId()
  for (const hat of [nurse, colleague]) {
    const told: Told = { stage, hat, situation: 'accepted', of: await stage.fresh(hat, 'accepted'), requestId }
    expect(said(await press(told, procedure.path, goodInput(procedure, told)))).toBe('answered')
  }
})
