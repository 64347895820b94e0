import { asActor } from '@throughcare/db/as-actor'
import { isUseRestricted } from '@throughcare/db/data-request/data-request-repository'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import type { DataRequestKind } from '@throughcare/domain/data-request/data-request-codes'
import { HELD_TABLES, OTHER_TABLES } from '@throughcare/domain/data-request/held-tables'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nora = () => scene.as(scene.people.northgateNurse)
const ben = () => scene.as(scene.people.northgateSecondNurse)
const whyNot = async (pressed: Promise<unknown>) => (await refusalOf(pressed)).details.refusal

async function asked(of: StoryCase, kind: DataRequestKind = 'access', words: string | null = null): Promise<string> {
  const { dataRequestId } = await nora().dataRequest.record({
    episodeId: of.episodeId,
    requestId: newId(),
    kind,
    askedOn: getPlainDate('2026-03-24'),
    asker: 'person',
    identity: 'known-here',
    words,
  })
  return dataRequestId
}

const answer = (
  dataRequestId: string,
  seenVersion: number,
  said: 'done' | 'refuse' | 'end',
  reason: string | null = null,
) => ({
  dataRequestId,
  requestId: newId(),
  seenVersion,
  answer: said,
  reason,
})

/** Somebody with a brother who may be rung, and words of theirs. */
async function somebody(): Promise<StoryCase> {
  const of = await scene.aCase({ familyName: 'Osprey', givenNames: 'Una' })
  const by = scene.people.northgateNurse.accountId
  await scene.owner.query(
    `insert into supporter (id, episode_id, name, role, phone, is_crisis_contact, consent, consent_on, may_be_told, recorded_at, recorded_by)
     values ($1, $2, 'brother Wilbur', 'everyday', '+44 20 7946 0007', false, 'yes', '2026-03-20', '{}', app.now(), $3)`,
    [newId(), of.episodeId, by],
  )
  return of
}

describe('I05: the copy for the person', () => {
  it('has every table that there is, in the list of what is held or in the one of what is not', async () => {
    const { rows } = await scene.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not c.relispartition and c.relname <> '_prisma_migrations' order by 1`,
    )
    const known = [...Object.keys(HELD_TABLES), ...Object.keys(OTHER_TABLES)].toSorted()
    const missing = rows.filter(({ name }) => !known.includes(name)).map(({ name }) => name)
    expect(
      missing.map((name) => `${name}: say in packages/domain/src/data-request/held-tables.ts what of it a person gets`),
    ).toEqual([])
    expect(known.filter((name) => !rows.some((one) => one.name === name))).toEqual([])
    const fields = await scene.owner.query<{ at: string }>(
      `select table_name || '.' || column_name as at from information_schema.columns where table_schema = 'public'`,
    )
    const there = new Set(fields.rows.map(({ at }) => at))
    const reviewed = Object.entries(HELD_TABLES).flatMap(([table, rule]) =>
      'review' in rule ? rule.review.map((field) => `${table}.${field}`) : [],
    )
    expect(reviewed.filter((at) => !there.has(at))).toEqual([])
  })

  it('is whole, but for the parts about others until a clinician let them go', async () => {
    const of = await somebody()
    const dataRequestId = await asked(of)
    const { copy } = await nora().dataRequest.byId({ dataRequestId })
    const phone = copy?.pieces.find(({ table, field }) => table === 'supporter' && field === 'phone')
    expect(phone).toMatchObject({ value: '+44 20 7946 0007', code: null, decision: null })
    const before = await nora().dataRequest.export({ dataRequestId })
    expect(JSON.stringify(before)).toContain('Osprey')
    expect(JSON.stringify(before)).toContain(of.number)
    expect(JSON.stringify(before)).not.toContain('7946 0007')
    expect(before.heldBack).toBe(copy?.pieces.length)
    expect(before.carries).toContain('omt')

    if (!phone) throw new Error('nothing was held back')
    const { table, rowKey, field } = phone
    const press = {
      dataRequestId,
      requestId: newId(),
      pieces: [{ table, rowKey, field }],
      decision: 'release' as const,
    }
    await nora().dataRequest.review(press)
    const after = await nora().dataRequest.export({ dataRequestId })
    expect(JSON.stringify(after)).toContain('7946 0007')
    expect(JSON.stringify(after)).not.toContain('Wilbur')
    // Another number is another part: somebody looks again.
    await scene.owner.query(`update supporter set phone = '+44 20 7946 0008' where episode_id = $1`, [of.episodeId])
    expect(JSON.stringify(await nora().dataRequest.export({ dataRequestId }))).not.toContain('7946 000')
    await expect(nora().dataRequest.review({ ...press, requestId: newId() })).rejects.toThrow('changed-meanwhile')
  })

  it('holds every row of the case that the prison may read, and of a joined record as well', async () => {
    const of = await scene.aCase({ familyName: 'Heron', items: [{ area: 'omt', code: 'confirm-dose' }] })
    const twin = await scene.aCase({ familyName: 'Herron', admittedOn: '2026-03-01' })
    await scene.owner.query(
      `insert into person_merge (id, face_person_id, other_person_id, state, by_service_id, asked_by, asked_at, reason)
       values ($1, $2, $3, 'proposed', $4, $5, app.now(), 'one photograph')`,
      [newId(), of.personId, twin.personId, scene.services.northgate, scene.people.northgateNurse.accountId],
    )
    const {
      waiting: [pair],
    } = await ben().merge.list({})
    await ben().merge.answer({
      mergeId: pair?.merge.mergeId ?? '',
      requestId: newId(),
      seenVersion: 0,
      answer: 'confirm',
    })
    await scene.aTreatment(of)
    const { tables } = await nora().dataRequest.export({ dataRequestId: await asked(of) })
    const count = (name: string) => tables.find(({ table }) => table === name)?.rows.length ?? 0
    expect({
      person: count('person'),
      custody_episode: count('custody_episode'),
      checklist_item: count('checklist_item'),
      medication_treatment: count('medication_treatment'),
    }).toEqual({ person: 2, custody_episode: 2, checklist_item: 1, medication_treatment: 1 })
  })

  it('never names the place where somebody sleeps', async () => {
    const of = await somebody()
    await scene.aHandoff(of, { to: 'haven', area: 'housing' })
    const copy = await nora().dataRequest.export({ dataRequestId: await asked(of) })
    expect(JSON.stringify(copy)).not.toContain('Haven Housing')
    expect(copy.tables.find(({ table }) => table === 'handoff')?.rows[0]?.fields).toContainEqual({
      field: 'receiving_service_id',
      value: 'housing',
    })
  })

  it('of a community service is what it took, and nobody makes one of another’s request', async () => {
    const of = await somebody()
    await scene.aHandoff(of, { to: 'haven', area: 'housing', status: 'accepted' })
    const dataRequestId = await asked(of)
    const haven = scene.as(scene.people.havenWorker)
    await expect(haven.dataRequest.export({ dataRequestId })).rejects.toThrow('not-found')
    const own = await haven.dataRequest.record({
      episodeId: of.episodeId,
      requestId: newId(),
      kind: 'access',
      askedOn: getPlainDate('2026-03-25'),
      asker: 'person',
      identity: 'document',
      words: null,
    })
    const copy = await haven.dataRequest.export({ dataRequestId: own.dataRequestId })
    expect(copy.carries).toEqual(['identity', 'release', 'housing', 'belongings'])
    expect(copy.tables.map(({ table }) => table)).not.toContain('supporter')
    await expect(nora().dataRequest.byId({ dataRequestId: own.dataRequestId })).rejects.toThrow('not-found')
  })

  it('I09: at night needs somebody else’s look first, and managers are told', async () => {
    const of = await somebody()
    const dataRequestId = await asked(of)
    const { copy } = await nora().dataRequest.byId({ dataRequestId })
    const pieces = (copy?.pieces ?? []).map(({ table, rowKey, field }) => ({ table, rowKey, field }))
    await scene.setClock(new Date('2026-03-26T22:30:00Z'))
    try {
      expect(await whyNot(nora().dataRequest.export({ dataRequestId }))).toBe('data-request.second-approver')
      await nora().dataRequest.review({ dataRequestId, requestId: newId(), pieces, decision: 'hold' })
      expect(await whyNot(nora().dataRequest.export({ dataRequestId }))).toBe('data-request.second-approver')
      await ben().dataRequest.review({ dataRequestId, requestId: newId(), pieces, decision: 'hold' })
      await nora().dataRequest.export({ dataRequestId })
      const { rows } = await scene.owner.query(
        `select 1 from notice where kind = 'weighty-export' and episode_id = $1`,
        [of.episodeId],
      )
      expect(rows).toHaveLength(1)
    } finally {
      await scene.setClock(new Date('2026-03-26T09:00:00Z'))
    }
  })
})

describe('I05: what else a person may ask', () => {
  it('is answered once, in time, and with a reason where the answer is no', async () => {
    const of = await somebody()
    const dataRequestId = await asked(of, 'correction', 'my birthday is in May')
    const { waiting } = await nora().dataRequest.list({})
    expect(waiting.find((one) => one.dataRequestId === dataRequestId)).toMatchObject({
      dueOn: '2026-04-21',
      words: 'my birthday is in May',
    })
    await expect(nora().dataRequest.answer(answer(dataRequestId, 0, 'refuse'))).rejects.toThrow(
      'data-request.reason.missing',
    )
    await nora().dataRequest.answer(answer(dataRequestId, 0, 'done'))
    expect(await whyNot(ben().dataRequest.answer(answer(dataRequestId, 1, 'done')))).toBe('data-request.not-open')
    await expect(ben().dataRequest.answer(answer(dataRequestId, 0, 'refuse', 'no'))).rejects.toThrow(
      'changed-meanwhile',
    )
  })

  it('does not count a copy as given before there is one, and erases nothing before its time', async () => {
    const of = await somebody()
    const copy = await asked(of)
    expect(await whyNot(nora().dataRequest.answer(answer(copy, 0, 'done')))).toBe('data-request.no-copy-yet')
    const erasure = await asked(of, 'erasure')
    expect(await whyNot(nora().dataRequest.answer(answer(erasure, 0, 'done')))).toBe(
      'data-request.erased-by-retention-only',
    )
    await nora().dataRequest.answer(answer(erasure, 0, 'refuse', 'health records are kept as the law says'))
  })

  it('that its use be restricted binds every service with a part in the case, until it is ended', async () => {
    const of = await somebody()
    await scene.aHandoff(of, { to: 'harbour', status: 'accepted' })
    const dataRequestId = await asked(of, 'restriction')
    await nora().dataRequest.answer(answer(dataRequestId, 0, 'done'))
    const restricted = (as: 'harbourWorker' | 'riversideWorker') =>
      asActor(scene.people[as], (deed) => isUseRestricted(deed, of.episodeId))
    expect([await restricted('harbourWorker'), await restricted('riversideWorker')]).toEqual([true, false])
    const letter = () =>
      nora().evidenceLetter.make({ episodeId: of.episodeId, requestId: newId(), kinds: ['custody-and-release'] })
    expect(await whyNot(letter())).toBe('data-request.use-restricted')
    // Care goes on: a handoff of treatment is sent and taken as before.
    await scene.aTreatment(of)
    await nora().medication.byEpisode({ episodeId: of.episodeId })
    await nora().dataRequest.answer(answer(dataRequestId, 1, 'end', 'what was in dispute is put right'))
    expect(await restricted('harbourWorker')).toBe(false)
    expect((await letter()).letters).toHaveLength(1)
  })
})
