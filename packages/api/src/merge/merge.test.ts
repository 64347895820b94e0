import type { Actor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
let officer: Actor
beforeAll(async () => {
  scene = await openScene()
  officer = await withGrant(scene.people.northgateManager)
})
afterAll(() => scene.close())

async function withGrant(actor: Actor): Promise<Actor> {
  await scene.owner.query(`update membership set grants = '{privacy-officer}' where id = $1`, [actor.membershipId])
  return { ...actor, grants: ['privacy-officer'] }
}

const whyNot = async (pressed: Promise<unknown>) => (await refusalOf(pressed)).details.refusal
const nora = () => scene.as(scene.people.northgateNurse)
const ben = () => scene.as(scene.people.northgateSecondNurse)
let told = 0

/** Somebody who was entered twice, under two numbers and two spellings. */
async function twice(admittedOn = '2025-11-03'): Promise<[StoryCase, StoryCase]> {
  told += 1
  const familyName = `Twice${String(told).padStart(4, '0')}`
  const items = [{ area: 'omt', code: 'confirm-dose' }] as const
  const one = await scene.aCase({ familyName, givenNames: 'Luc', number: `A${1000 + told}`, items, admittedOn })
  return [one, await scene.aCase({ familyName, givenNames: 'Luca', number: `B${1000 + told}`, items })]
}

/** Through the gate on this day. */
const letGo = ({ episodeId }: StoryCase, day: string) =>
  scene.owner.query(
    `update custody_episode set ended_on = $2::date, ended_because = 'released', released_at = $2::date, learned_at = $2::date,
       release_recorded_at = $2::date, release_kind = 'planned' where id = $1`,
    [episodeId, day],
  )

const proposal = (face: StoryCase, other: StoryCase, what: 'merge' | 'part' = 'merge') => ({
  requestId: newId(),
  what,
  facePersonId: face.personId,
  otherPersonId: other.personId,
  reason: 'the same photograph and the same scar',
})
const answer = (mergeId: string, seenVersion: number, said: 'confirm' | 'decline' | 'take-back' = 'confirm') => ({
  mergeId,
  seenVersion,
  requestId: newId(),
  answer: said,
})

async function merged(face: StoryCase, other: StoryCase): Promise<string> {
  const { mergeId } = await nora().merge.propose(proposal(face, other))
  await ben().merge.answer(answer(mergeId, 0))
  return mergeId
}

/** Every row of every table but those of merging itself and of what tells about presses. */
async function everything(): Promise<Map<string, string[]>> {
  const { rows: tables } = await scene.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname not in ('person_merge', 'person_merge_move', 'audit_entry', 'request', 'session')
     order by 1`,
  )
  expect(tables.length).toBeGreaterThan(60)
  const all = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await scene.owner.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}

describe('F08: two records of one person', () => {
  it('are merged by two people and parted by two people', async () => {
    const [face, other] = await twice()
    const { mergeId } = await nora().merge.propose(proposal(face, other))
    expect(await whyNot(nora().merge.answer(answer(mergeId, 0)))).toBe('merge.own-proposal')
    expect(await whyNot(ben().merge.answer(answer(mergeId, 0, 'take-back')))).toBe('merge.not-own-proposal')
    expect(await ben().merge.answer(answer(mergeId, 0))).toEqual({ state: 'merged', version: 1 })
    const asked = await ben().merge.propose(proposal(face, other, 'part'))
    expect(await whyNot(ben().merge.answer(answer(mergeId, asked.version)))).toBe('merge.own-proposal')
    expect(await scene.as(officer).merge.answer(answer(mergeId, asked.version))).toEqual({
      state: 'parted',
      version: 3,
    })
    const { history } = await nora().merge.compare({ facePersonId: face.personId, otherPersonId: other.personId })
    expect(history).toMatchObject([{ state: 'parted', askedByName: 'Ben Achterberg', answeredByName: 'Grace Adeyemi' }])
  })

  it('A15: nobody confirms an own proposal, not in SQL either', async () => {
    const [face, other] = await twice()
    const { mergeId } = await nora().merge.propose(proposal(face, other))
    for (const state of ['merged', 'declined'])
      await expect(
        asActor(scene.people.northgateNurse, ({ tx, actor }) =>
          tx.$executeRawUnsafe(
            `update person_merge set state = $1, answered_by = $2::uuid, answered_at = app.now(), version = 1 where id = $3::uuid`,
            state,
            actor.accountId,
            mergeId,
          ),
        ),
      ).rejects.toThrow(/two people/)
    // Nor under a colleague's name.
    await expect(
      asActor(scene.people.northgateNurse, ({ tx }) =>
        tx.$executeRawUnsafe(
          `update person_merge set state = 'merged', answered_by = $1::uuid, answered_at = app.now(), version = 1 where id = $2::uuid`,
          scene.people.northgateSecondNurse.accountId,
          mergeId,
        ),
      ),
    ).rejects.toThrow(/two people/)
  })

  it('are for those who hold a case of both, and for a manager with the grant alone', async () => {
    const [face, other] = await twice()
    const elsewhere = await scene.aCase({ prison: 'eastfield', familyName: 'Elsewhere' })
    const pair = { facePersonId: face.personId, otherPersonId: other.personId }
    await expect(scene.as(scene.people.eastfieldNurse).merge.compare(pair)).rejects.toThrow('not-found')
    await expect(nora().merge.propose(proposal(face, elsewhere))).rejects.toThrow('not-found')
    const plain = { ...scene.people.northgateManager, grants: [] }
    await expect(scene.as(plain).merge.compare(pair)).rejects.toThrow('not-allowed')
    await expect(scene.as(scene.people.harbourWorker).merge.list({})).rejects.toThrow('not-allowed')
    expect((await scene.as(officer).merge.compare(pair)).likeness).toBe('similar-name-and-birth')
    // A press that waits is not there for another service.
    const { mergeId } = await nora().merge.propose(proposal(face, other))
    await expect(scene.as(scene.people.eastfieldNurse).merge.answer(answer(mergeId, 0))).rejects.toThrow('not-found')
  })

  it('are found under either number, each with the other beside it, and whoever comes back is taken in under the one in front', async () => {
    const [face, other] = await twice()
    await merged(face, other)
    for (const [asked, beside] of [
      [face, other],
      [other, face],
    ] as const) {
      const { persons } = await nora().person.search({ text: asked.number, limit: 10 })
      expect(persons.map(({ personId }) => personId)).toEqual([asked.personId])
      expect(persons[0]?.sameAs).toMatchObject([
        { personId: beside.personId, episodeId: beside.episodeId, numbers: [beside.number], isFace: beside === face },
      ])
    }
    const [likely] = await nora().person.findLikely({
      familyName: 'Nobody',
      givenNames: 'Else',
      dateOfBirth: null,
      prisonNumber: other.number,
    })
    expect(likely).toMatchObject({ personId: face.personId, likeness: 'same-number' })
    // Not for a service that has a part in one of them only.
    await scene.aHandoff(face, { status: 'accepted' })
    const { persons } = await scene.as(scene.people.harbourWorker).person.search({ text: face.number, limit: 10 })
    expect(persons).toMatchObject([{ personId: face.personId, sameAs: [] }])
  })

  it('begin no second stay under the other record while one goes on', async () => {
    const [face, other] = await twice()
    await letGo(other, '2026-01-10')
    await scene.setClock(new Date('2026-01-20T09:00:00Z'))
    const again = (number: string) =>
      nora().person.add({
        ...aNewPerson({ prisonNumber: number, episode: { admittedOn: '2026-01-19', releaseDate: null } }),
        duplicate: { kind: 'same-person', personId: face.personId },
      })
    await merged(face, other)
    await expect(again(other.number)).rejects.toThrow()
    const { rows } = await scene.owner.query('select 1 from custody_episode where person_id = any ($1)', [
      [face.personId, other.personId],
    ])
    expect(rows).toHaveLength(2)
    await scene.setClock(new Date('2026-03-26T09:00:00Z'))
  })

  it('are one deep: what stands behind another stands in front of nobody', async () => {
    const [one, two] = await twice()
    const third = await scene.aCase({ familyName: 'Third' })
    await merged(one, two)
    expect(await whyNot(nora().merge.propose(proposal(two, third)))).toBe('merge.face-is-behind-another')
    expect(await whyNot(nora().merge.propose(proposal(third, two)))).toBe('merge.other-is-behind-another')
    expect(await whyNot(nora().merge.propose(proposal(third, one)))).toBe('merge.other-is-a-face')
    expect(await whyNot(nora().merge.propose(proposal(one, one)))).toBe('merge.same-record')
    await merged(one, third)
  })

  it('are moved by one of two who press at once, and by one of two pairs with a record in common', async () => {
    const [one, two] = await twice()
    const { mergeId } = await nora().merge.propose(proposal(one, two))
    const both = await Promise.allSettled([
      ben().merge.answer(answer(mergeId, 0)),
      scene.as(officer).merge.answer(answer(mergeId, 0, 'decline')),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

    const [front, middle] = await twice()
    const third = await scene.aCase({ familyName: 'Chain' })
    const first = await nora().merge.propose(proposal(front, middle))
    const second = await nora().merge.propose(proposal(middle, third))
    const chain = await Promise.allSettled([
      ben().merge.answer(answer(first.mergeId, 0)),
      scene.as(officer).merge.answer(answer(second.mergeId, 0)),
    ])
    expect(chain.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await scene.owner.query(
      `select 1 from person_merge m join person_merge n on n.face_person_id = m.other_person_id
       where m.state in ('merged', 'parting') and n.state in ('merged', 'parting')`,
    )
    expect(rows).toEqual([])
  })

  it('answers the same press once, and tells a stale page how the pair stands', async () => {
    const [face, other] = await twice()
    const press = proposal(face, other)
    const first = await nora().merge.propose(press)
    expect(await nora().merge.propose(press)).toEqual(first)
    expect(await whyNot(ben().merge.propose(proposal(other, face)))).toBe('merge.already-asked')
    await nora().merge.answer(answer(first.mergeId, 0, 'take-back'))
    await expect(ben().merge.answer(answer(first.mergeId, 0))).rejects.toThrow('changed-meanwhile')
    expect(await whyNot(nora().merge.propose(proposal(face, other, 'part')))).toBe('merge.not-merged')
  })

  it('stay as they were, row for row, through any history of merging and parting', async () => {
    const moves = fc.array(fc.constantFrom('merge', 'merge-declined', 'part', 'part-declined', 'part-taken-back'), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(moves, fc.boolean(), async (history, overlapping) => {
        const [one, two] = await twice(overlapping ? '2025-11-03' : '2026-03-12')
        await scene.aHandoff(one, { status: 'accepted' })
        if (!overlapping) await letGo(two, '2026-03-10')
        const before = await everything()
        let standing: { mergeId: string; version: number } | null = null
        for (const move of history) {
          if (move.startsWith('merge') && !standing) {
            const { mergeId } = await nora().merge.propose(proposal(one, two))
            const declined = move === 'merge-declined'
            await ben().merge.answer(answer(mergeId, 0, declined ? 'decline' : 'confirm'))
            standing = declined ? null : { mergeId, version: 1 }
          } else if (move.startsWith('part') && standing) {
            await nora().merge.propose(proposal(one, two, 'part'))
            const said = move === 'part' ? 'confirm' : move === 'part-declined' ? 'decline' : 'take-back'
            const by = said === 'take-back' ? nora() : ben()
            await by.merge.answer(answer(standing.mergeId, standing.version + 1, said))
            standing = said === 'confirm' ? null : { mergeId: standing.mergeId, version: standing.version + 2 }
          }
          // While they are one person as well: every plan and item is there once, each with its own case.
          expect(await everything()).toEqual(before)
        }
      }),
      { numRuns: 10 },
    )
  }, 60_000)
})
