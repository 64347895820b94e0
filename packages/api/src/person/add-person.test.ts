import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)

async function count(text: string, ...values: unknown[]): Promise<number> {
  const { rows } = await scene.owner.query<{ n: string }>(`select count(*) as n from ${text}`, values)
  return Number(rows[0]?.n)
}

describe('adding a person', () => {
  it('writes the person, number, episode, stay and the history of the date in one go', async () => {
    const added = await nurse().person.add(
      aNewPerson({ prisonNumber: 'c100', person: { familyName: 'Åberg', givenNames: "D'Arcy" } }),
    )
    const { rows } = await scene.owner.query(
      `select x.family_name, x.given_names, i.value, e.legal_status, e.release_date::text, d.source, s.from_at, p.relation
       from person x join person_identifier i on i.person_id = x.id join custody_episode e on e.person_id = x.id
         join custody_stay s on s.episode_id = e.id join release_date_change d on d.episode_id = e.id
         join case_part p on p.episode_id = e.id where x.id = $1`,
      [added.personId],
    )
    expect(rows).toEqual([
      {
        family_name: 'Åberg',
        given_names: "D'Arcy",
        value: 'C100',
        legal_status: 'sentenced',
        release_date: '2026-04-16',
        source: 'typed',
        from_at: new Date('2025-12-01T00:00:00Z'),
        relation: 'own',
      },
    ])
    expect(await count('care_plan where episode_id = $1', added.episodeId)).toBe(1)
    expect(await count('checklist_item where episode_id = $1 and due_at is not null', added.episodeId)).toBeGreaterThan(
      5,
    )
  })

  it('is one person however often the press arrives, at once or later', async () => {
    const press = aNewPerson({ person: { familyName: 'Pressed', givenNames: 'Twice' } })
    const [one, other] = await Promise.all([nurse().person.add(press), nurse().person.add(press)])
    expect(one).toEqual(other)
    expect(await nurse().person.add(press)).toEqual(one)
    expect(await count(`person where family_name = 'Pressed'`)).toBe(1)
    await expect(
      nurse().person.add({ ...press, person: { ...press.person, familyName: 'Other' } }),
    ).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
  })

  it.each([
    ['a community worker', 'harbourWorker'],
    ['a manager of the prison', 'northgateManager'],
    ['an administrator', 'administrator'],
  ] as const)('is not for %s', async (_, who) => {
    await expect(scene.as(scene.people[who]).person.add(aNewPerson())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('D13, U15: likely duplicates', () => {
  it('a number of this prison has one holder: the person who is there', async () => {
    const { personId } = await nurse().person.add(aNewPerson({ prisonNumber: 'D1', person: { familyName: 'Holder' } }))
    const again = aNewPerson({
      prisonNumber: 'd 1',
      person: { familyName: 'Entirely', givenNames: 'Other', dateOfBirth: '1950-01-01' },
    })
    await expect(nurse().person.add(again)).rejects.toMatchObject({
      cause: { details: { refusal: 'person.number-taken', candidates: [{ personId, likeness: 'same-number' }] } },
    })
    const { familyName, givenNames, dateOfBirth } = again.person
    const likely = await nurse().person.findLikely({ familyName, givenNames, dateOfBirth, prisonNumber: 'd 1' })
    expect(likely).toMatchObject([{ personId, likeness: 'same-number', numbers: ['D1'] }])
  })

  it('U15: somebody with the same telephone is shown, and the number becomes the answer of the plan', async () => {
    const first = aNewPerson({ prisonNumber: 'T1', person: { familyName: 'Ringer', givenNames: 'Ada' } })
    const { personId, episodeId } = await nurse().person.add({ ...first, telephone: '+47 400 98 765' })
    const { rows } = await scene.owner.query(
      `select value #>> '{}' as value from case_fact where episode_id = $1 and code = 'phone'`,
      [episodeId],
    )
    expect(rows).toEqual([{ value: '+47 400 98 765' }])
    const asked = { familyName: 'Otherwise', givenNames: 'Named', dateOfBirth: null, prisonNumber: 'T2' }
    expect(await nurse().person.findLikely({ ...asked, telephone: '0047 40098765' })).toMatchObject([
      { personId, episodeId, likeness: 'same-telephone' },
    ])
    expect(await nurse().person.findLikely({ ...asked, telephone: '400 98 764' })).toEqual([])
    const elsewhere = scene.as(scene.people.eastfieldNurse).person
    expect(await elsewhere.findLikely({ ...asked, telephone: '+47 400 98 765' })).toEqual([])
  })

  it('another prison may use the same number', async () => {
    await nurse().person.add(aNewPerson({ prisonNumber: 'D2', person: { familyName: 'Northman' } }))
    const there = scene.as(scene.people.eastfieldNurse)
    await there.person.add(aNewPerson({ prisonNumber: 'D2', person: { familyName: 'Eastman' } }))
    expect(await count(`person_identifier where value = 'D2'`)).toBe(2)
  })

  it('somebody who may be the same is shown, and a human decides', async () => {
    const first = await nurse().person.add(
      aNewPerson({
        prisonNumber: 'D10',
        person: { familyName: 'Hansen', givenNames: 'Luc', dateOfBirth: '1984-04-28' },
      }),
    )
    const second = aNewPerson({
      prisonNumber: 'D11',
      person: { familyName: 'Luc', givenNames: 'Hanssen', dateOfBirth: '1984-04-28' },
    })
    const refusal = { refusal: 'person.possible-duplicate', candidates: [{ personId: first.personId }] }
    await expect(nurse().person.add(second)).rejects.toMatchObject({ code: 'CONFLICT', cause: { details: refusal } })
    await expect(
      nurse().person.add({
        ...second,
        requestId: randomUUID(),
        duplicate: { kind: 'somebody-else', shownPersonIds: [randomUUID()] },
      }),
    ).rejects.toMatchObject({ cause: { details: refusal } })

    const added = await nurse().person.add({
      ...second,
      requestId: randomUUID(),
      duplicate: { kind: 'somebody-else', shownPersonIds: [first.personId] },
    })
    expect(added.personId).not.toBe(first.personId)
  })

  it.each([
    // asked for,                                                             why
    ['same name and birth', 'Ferreira', 'Rosa', '1970-06-01', 'same-name-and-birth'],
    ['names exchanged', 'Rosa', 'Ferreira', '1970-06-01', 'swapped-names-and-birth'],
    ['a slip of the pen', 'Fereira', 'Rosa', '1970-06-01', 'similar-name-and-birth'],
    ['day and month exchanged', 'Ferreira', 'Rosa', '1970-01-06', 'same-name-similar-birth'],
    ['no birth known', 'Ferreira', 'Rosa', null, 'same-name-birth-unknown'],
    ['somebody else', 'Ferreira', 'Rosa', '1999-12-24', undefined],
  ] as const)('%s', async (_, familyName, givenNames, dateOfBirth, likeness) => {
    if ((await count(`person where family_name = 'Ferreira'`)) === 0)
      await nurse().person.add(
        aNewPerson({ person: { familyName: 'Ferreira', givenNames: 'Rosa', dateOfBirth: '1970-06-01' } }),
      )
    const asked = aNewPerson({ person: { familyName, givenNames, dateOfBirth } })
    const likely = await nurse().person.findLikely({
      familyName,
      givenNames,
      dateOfBirth: asked.person.dateOfBirth,
      prisonNumber: asked.prisonNumber,
    })
    expect(likely[0]?.likeness).toBe(likeness)
  })

  it('another prison is told nothing', async () => {
    const asked = { familyName: 'Ferreira', givenNames: 'Rosa', dateOfBirth: null, prisonNumber: 'Z1' }
    expect(await scene.as(scene.people.eastfieldNurse).person.findLikely(asked)).toEqual([])
  })
})

describe('somebody who is known already', () => {
  it('F03: gets another episode, once the last one has ended', async () => {
    const first = await nurse().person.add(
      aNewPerson({ prisonNumber: 'R1', person: { familyName: 'Returning' }, episode: { admittedOn: '2025-10-01' } }),
    )
    const back = aNewPerson({
      prisonNumber: 'R1',
      person: { familyName: 'Returning' },
      episode: {
        admittedOn: '2026-03-25',
        releaseDate: null,
        releaseCertainty: 'could-be-any-day',
        legalStatus: 'recalled',
      },
      duplicate: { kind: 'same-person', personId: first.personId },
    })
    await expect(nurse().person.add(back)).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { details: { refusal: 'custody-episode.overlaps' } },
    })

    await scene.owner.query(
      `update custody_episode set ended_on = '2026-01-10', ended_because = 'released', released_at = '2026-01-10T09:00Z',
         learned_at = '2026-01-10T09:00Z', release_recorded_at = '2026-01-10T09:00Z', release_kind = 'planned' where id = $1`,
      [first.episodeId],
    )
    // More than 30 days ago: the prison has no part left, and still knows its own number.
    expect(await count('case_part where person_id = $1 and until > app.now()', first.personId)).toBe(0)
    const second = await nurse().person.add({ ...back, requestId: randomUUID() })
    expect(second.personId).toBe(first.personId)
    expect(second.episodeId).not.toBe(first.episodeId)
    expect(await count('person_identifier where person_id = $1', first.personId)).toBe(1)
  })

  it('cannot be somebody whom this prison does not know: the same answer as for nobody', async () => {
    const { personId } = await scene
      .as(scene.people.eastfieldNurse)
      .person.add(aNewPerson({ person: { familyName: 'Eastern' } }))
    for (const asked of [personId, randomUUID()])
      await expect(
        nurse().person.add(aNewPerson({ duplicate: { kind: 'same-person', personId: asked } })),
      ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
  })

  it('the database itself opens no episode for a person whom the prison does not know', async () => {
    const { personId } = await scene
      .as(scene.people.eastfieldNurse)
      .person.add(aNewPerson({ person: { familyName: 'Guarded' } }))
    const { asActor } = await import('@throughcare/db/as-actor')
    const write = asActor(scene.people.northgateNurse, ({ tx, actor, now }) =>
      tx.custodyEpisode.createMany({
        data: [
          {
            id: randomUUID(),
            personId,
            legalStatus: 'remand',
            admittedOn: new Date('2020-01-01'),
            releaseCertainty: 'could-be-any-day',
            createdByServiceId: actor.serviceId,
            createdAt: now,
          },
        ],
      }),
    )
    await expect(write).rejects.toThrow()
  })
})

describe('D01, D02, D04, D06: what cannot be', () => {
  it.each([
    ['NUL in a name', { person: { familyName: 'A\u0000B' } }, 'person.familyName'],
    ['half a character', { person: { givenNames: '\ud800' } }, 'person.givenNames'],
    ['a turned name (D03)', { person: { familyName: 'abc\u202Edef' } }, 'person.familyName'],
    ['no family name', { person: { familyName: '  ' } }, 'person.familyName'],
    ['81 letters', { person: { familyName: 'a'.repeat(81) } }, 'person.familyName'],
    ['29 February 2027', { episode: { releaseDate: '2027-02-29' } }, 'episode.releaseDate'],
    ['31 April', { episode: { admittedOn: '2025-04-31' } }, 'episode.admittedOn'],
    ['year 0', { person: { dateOfBirth: '0000-01-01' } }, 'person.dateOfBirth'],
    ['year 9999', { episode: { releaseDate: '9999-12-31' } }, 'episode.releaseDate'],
    ['born tomorrow', { person: { dateOfBirth: '2026-03-27' } }, 'person.dateOfBirth'],
    ['older than 120', { person: { dateOfBirth: '1905-01-01' } }, 'person.dateOfBirth'],
    ['admitted tomorrow', { episode: { admittedOn: '2026-03-27' } }, 'episode.admittedOn'],
    ['admitted before birth', { episode: { admittedOn: '1970-01-01' } }, 'episode.admittedOn'],
    ['out before in', { episode: { releaseDate: '2025-11-30' } }, 'episode.releaseDate'],
    ['confirmed without a date', { episode: { releaseDate: null } }, 'episode.releaseDate'],
  ])('%s', async (_, changes, path) => {
    const input = aNewPerson()
    const broken = {
      ...input,
      person: { ...input.person, ...('person' in changes ? changes.person : {}) },
      episode: { ...input.episode, ...('episode' in changes ? changes.episode : {}) },
    } as typeof input
    const error = await nurse()
      .person.add(broken)
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'BAD_REQUEST' })
    expect(pathsOf(error)).toContain(path)
  })

  it.each([
    "O'Neill",
    'Siân',
    'Åse',
    'Nguyễn',
    'X',
    'Null',
    'Test',
    '🦊',
    'نور',
    "'; drop table person; --",
    'a'.repeat(80),
  ])('keeps the name %s letter for letter', async (familyName) => {
    const { personId } = await nurse().person.add(
      aNewPerson({ person: { familyName, givenNames: '', dateOfBirth: null } }),
    )
    const { rows } = await scene.owner.query('select family_name, given_names from person where id = $1', [personId])
    expect(rows[0]).toEqual({ family_name: familyName, given_names: '' })
  })
})

/** The fields that a refusal names, whether the schema or the use case refused. */
function pathsOf(error: unknown): string[] {
  const { cause } = error as { cause: { issues?: { path: string[] }[]; fields?: { path: string }[] } }
  return [...(cause.issues ?? []).map((one) => one.path.join('.')), ...(cause.fields ?? []).map((one) => one.path)]
}
