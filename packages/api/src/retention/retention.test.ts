import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredCase } from '../../matrix/case-to-store.ts'
import { storeCase } from '../../matrix/stored-case.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'
import { sealTrail } from '../audit/seal-trail.ts'
import { verifyTrail } from '../audit/verify-trail.ts'
import { countDueRecords } from './count-retention.ts'

let scene: Scene
let second: Actor
beforeAll(async () => {
  scene = await openScene()
  second = await anotherAdministrator()
})
afterAll(() => scene.close())

async function anotherAdministrator(): Promise<Actor> {
  const first = scene.people.administrator
  const actor: Actor = {
    ...first,
    accountId: newId(),
    membershipId: newId(),
    displayName: 'Ove Lund',
    sidHash: randomBytes(32),
  }
  await scene.owner.query(
    `insert into account (id, email, display_name) values ($1, 'ove.lund@throughcare.test', $2)`,
    [actor.accountId, actor.displayName],
  )
  await scene.owner.query(
    `insert into membership (id, account_id, service_id, role) values ($1, $2, $3, 'administrator')`,
    [actor.membershipId, actor.accountId, actor.serviceId],
  )
  await scene.owner.query(
    `insert into session (id, sid_hash, account_id, membership_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, app.now(), app.now(), app.now() + interval '12 hours')`,
    [newId(), Buffer.from(actor.sidHash), actor.accountId, actor.membershipId],
  )
  return actor
}

const ada = () => scene.as(scene.people.administrator)
const ove = () => scene.as(second)
const whyNot = async (pressed: Promise<unknown>) => (await refusalOf(pressed)).details.refusal
const proposal = (what: 'rule' | 'run', years = 8) => ({
  requestId: newId(),
  what,
  rule:
    what === 'rule'
      ? { country: 'GB' as const, years, source: 'the schedule of the trust', reviewBy: getPlainDate('2027-11-20') }
      : null,
})
const answer = (what: 'rule' | 'run', id: string, said: 'confirm' | 'take-back' = 'confirm') => ({
  requestId: newId(),
  what,
  id,
  answer: said,
})

/** Somebody who left Northgate on this day, with a row in every table that a case has. */
function gone(releasedAt: string): Promise<StoredCase> {
  const { services, people } = scene
  return storeCase(scene.owner, {
    prison: services.northgate,
    releasedAt: new Date(releasedAt),
    handoffs: [
      { area: 'omt', from: services.northgate, to: services.harbour, status: 'done' },
      { area: 'housing', from: services.northgate, to: services.haven, status: 'rejected' },
    ],
    answersFor: services.northgate,
    by: people.northgateNurse.accountId,
  })
}

/** Every row of every table that holds one of these words (the stage calls a dosing point by the number of a case); the trail and the list of a run keep ids and nothing else. */
async function tablesWith(words: readonly string[]): Promise<Record<string, number>> {
  const { rows: tables } = await scene.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> 'service' order by 1`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await scene.owner.query<{ count: string }>(
      `select count(*) from "${name}" t where t::text ilike any ($1)`,
      [words.map((word) => `%${word}%`)],
    )
    if (Number(rows[0]?.count) > 0) found[name] = Number(rows[0]?.count)
  }
  return found
}

const wordsOf = ({ familyName, number, personId, episodeId, items }: StoredCase) => [
  familyName,
  number,
  personId,
  episodeId,
  items.omt,
]

describe('I06: what is due goes, and nothing else', () => {
  it('nothing is due where nobody said how long records are kept', async () => {
    await scene.setClock(new Date('2126-03-26T09:00:00Z'))
    await gone('2026-03-01T09:00:00Z')
    expect((await ada().retention.board({})).due).toEqual([])
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    await scene.owner.query(`update custody_episode set ended_on = '2100-01-01'`)
  })

  it('a period holds with a second administrator’s yes, and only then', async () => {
    const { id } = await ada().retention.propose(proposal('rule'))
    expect(await whyNot(ada().retention.confirm(answer('rule', id)))).toBe('retention.own-proposal')
    expect(await whyNot(ove().retention.confirm(answer('rule', id, 'take-back')))).toBe('retention.not-own-proposal')
    await expect(
      asActor(scene.people.administrator, ({ tx, actor }) =>
        tx.$executeRawUnsafe(
          `update retention_rule set state = 'approved', approved_by = $1::uuid, approved_at = app.now() where id = $2::uuid`,
          actor.accountId,
          id,
        ),
      ),
    ).rejects.toThrow(/retention_rule_two_people/)
    expect(await ove().retention.confirm(answer('rule', id))).toEqual({ state: 'approved' })
    expect((await ada().retention.board({})).rules).toMatchObject([
      { country: 'GB', years: 8, approvedByName: 'Ove Lund' },
    ])
  })

  it('I05: the run erases exactly its dry run; a hold wins; the trail stays and still verifies', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    const due = await gone('2026-03-25T07:00:00Z')
    const alsoDue = await gone('2026-03-24T07:00:00Z')
    const held = await gone('2026-03-25T07:00:00Z')
    const hold = (of: StoredCase, isOn: boolean) => ({
      episodeId: of.episodeId,
      requestId: newId(),
      isOn,
      reason: 'an inquest',
    })
    const nora = scene.as(scene.people.northgateNurse)
    expect(await nora.retention.byEpisode({ episodeId: held.episodeId })).toEqual({ hold: null })
    await nora.retention.setHold(hold(held, true))
    expect((await nora.retention.byEpisode({ episodeId: held.episodeId })).hold).toMatchObject({
      reason: 'an inquest',
      placedBy: 'Nora Lindqvist',
    })
    expect(await whyNot(nora.retention.setHold(hold(held, true)))).toBe('retention.hold-stands-so')
    // Reads leave entries that name the person and the case.
    await nora.carePlan.byEpisode({ episodeId: due.episodeId })
    await sealTrail({ key: { privateKey, publicKey }, anchorFile: null })

    await scene.setClock(new Date('2034-03-20T09:00:00Z'))
    expect((await ada().retention.board({})).due).toEqual([])
    await scene.setClock(new Date('2034-03-30T09:00:00Z'))
    const young = await gone('2034-03-25T07:00:00Z')
    const stays = { held: await tablesWith(wordsOf(held)), young: await tablesWith(wordsOf(young)) }
    expect((await ada().retention.board({})).due).toEqual([{ country: 'GB', due: 2, held: 1 }])
    await countDueRecords()
    expect((await ada().retention.board({})).countedAt).toMatch(/^2034-03-30T09:0/)

    // An inquest is announced between the first yes and the second: nothing goes, the list is made anew.
    const first = await ada().retention.propose(proposal('run'))
    expect(first.persons).toBe(2)
    expect(await whyNot(ove().retention.propose(proposal('run')))).toBe('retention.another-waits')
    await scene.owner.query(
      `insert into legal_hold (id, person_id, episode_id, service_id, reason, placed_at, placed_by)
       values ($1, $2, $3, $4, 'an inquest', app.now(), $5)`,
      [newId(), alsoDue.personId, alsoDue.episodeId, scene.services.northgate, scene.people.northgateNurse.accountId],
    )
    expect(await whyNot(ada().retention.confirm(answer('run', first.id)))).toBe('retention.own-proposal')
    expect(await whyNot(ove().retention.confirm(answer('run', first.id)))).toBe('retention.list-changed')
    await ada().retention.confirm(answer('run', first.id, 'take-back'))

    const { rows: trail } = await scene.owner.query<{ row: string }>(
      'select a::text as row from audit_entry a order by id',
    )
    const run = await ada().retention.propose(proposal('run'))
    expect(run.persons).toBe(1)
    expect(await ove().retention.confirm(answer('run', run.id))).toEqual({ state: 'done' })

    const left = await tablesWith(wordsOf(due))
    expect(Object.keys(left).toSorted()).toEqual(['audit_entry', 'retention_run_person'])
    expect(await tablesWith([due.familyName, due.number])).toEqual({})
    expect(await tablesWith(wordsOf(held))).toEqual(stays.held)
    expect(await tablesWith(wordsOf(young))).toEqual(stays.young)
    expect(Object.keys(await tablesWith(wordsOf(alsoDue))).length).toBeGreaterThan(40)
    const { rows: after } = await scene.owner.query<{ row: string }>(
      'select a::text as row from audit_entry a order by id',
    )
    expect(after.map(({ row }) => row)).toEqual(expect.arrayContaining(trail.map(({ row }) => row)))
    await sealTrail({ key: { privateKey, publicKey }, anchorFile: null })
    expect((await verifyTrail({ publicKey, anchor: new Map() })).fault).toBeNull()
    const { runs } = await ada().retention.board({})
    expect(runs[0]).toMatchObject({ state: 'done', persons: 1, endedByName: 'Ove Lund' })
    expect(runs[0]?.erasedRows).toBeGreaterThan(60)
  }, 60_000)

  it('nobody else erases: the insert-only tables stay shut, and so do the functions', async () => {
    for (const who of ['northgateNurse', 'administrator'] as const)
      for (const text of [`select app.erase_persons('{}'::uuid[])`, `select app.retention_due()`])
        await expect(asActor(scene.people[who], ({ tx }) => tx.$executeRawUnsafe(text))).rejects.toThrow(
          /permission denied/,
        )
    await expect(
      asActor(scene.people.northgateNurse, async ({ tx }) => {
        await tx.$executeRawUnsafe(`select set_config('app.erasing', 'yes', true)`)
        await tx.$executeRawUnsafe('delete from handoff_move')
      }),
    ).rejects.toThrow()
    await expect(scene.as(scene.people.northgateNurse).retention.board({})).rejects.toThrow('not-allowed')
    // An administrator sees counts and no person.
    expect(JSON.stringify(await ada().retention.board({}))).not.toMatch(/Kestrel/)
    await asActor(scene.people.administrator, async ({ tx }) => {
      expect(await tx.$queryRawUnsafe('select * from legal_hold')).toEqual([])
    })
  })
})
