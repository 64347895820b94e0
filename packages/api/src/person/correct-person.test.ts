import { randomUUID } from 'node:crypto'
import { getPlainDate } from '@throughcare/domain/calendar/plain-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const nurse = () => scene.as(scene.people.northgateNurse)

async function somebody() {
  const input = aNewPerson({ person: { familyName: `Mistyped${randomUUID().slice(0, 6)}` } })
  const { personId } = await nurse().person.add(input)
  return { requestId: randomUUID(), personId, seenVersion: 0, ...input.person }
}

describe('putting a person right', () => {
  it('changes what is stored and what is found, and says which fields', async () => {
    const person = await somebody()
    const right = { ...person, familyName: 'Rightly', dateOfBirth: getPlainDate('1979-05-18') }
    expect(await nurse().person.correct(right)).toEqual({ version: 1, changed: ['familyName', 'dateOfBirth'] })
    const { persons } = await nurse().person.search({ text: 'rightly', limit: 5 })
    expect(persons.map((one) => one.personId)).toEqual([person.personId])
    expect((await nurse().person.search({ text: person.familyName, limit: 5 })).persons).toEqual([])
  })

  it('the same press again is one correction', async () => {
    const right = { ...(await somebody()), givenNames: 'Ivar' }
    const first = await nurse().person.correct(right)
    expect(await nurse().person.correct(right)).toEqual(first)
  })

  it('nothing to put right writes nothing', async () => {
    expect(await nurse().person.correct(await somebody())).toEqual({ version: 0, changed: [] })
  })

  it('a stale page is refused with what stands there now', async () => {
    const person = await somebody()
    const colleague = scene.as(scene.people.northgateSecondNurse)
    await colleague.person.correct({ ...person, requestId: randomUUID(), givenNames: 'Colleague' })
    await expect(nurse().person.correct({ ...person, givenNames: 'Mine' })).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: {
        code: 'changed-meanwhile',
        details: {
          seen: { version: 0 },
          current: { version: 1, givenNames: 'Colleague' },
          changedBy: scene.people.northgateSecondNurse.displayName,
          changedAt: expect.stringMatching(/^2026-03-26T\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
      },
    })
  })

  it('of two at one moment one wins', async () => {
    const person = await somebody()
    const presses = ['One', 'Two'].map((givenNames) =>
      nurse().person.correct({ ...person, requestId: randomUUID(), givenNames }),
    )
    const outcomes = await Promise.allSettled(presses)
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it.each(['eastfieldNurse'] as const)('is not there for %s, like nobody', async (who) => {
    const person = await somebody()
    for (const personId of [person.personId, randomUUID()])
      await expect(
        scene.as(scene.people[who]).person.correct({ ...person, requestId: randomUUID(), personId }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'not-found' })
  })

  it.each([
    ['born tomorrow', '2026-03-27'],
    ['born after admission', '2025-12-02'],
    ['older than 120', '1905-01-01'],
  ])('%s is refused', async (_, dateOfBirth) => {
    const wrong = { ...(await somebody()), dateOfBirth: getPlainDate(dateOfBirth) }
    await expect(nurse().person.correct(wrong)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { fields: [{ path: 'dateOfBirth' }] },
    })
  })
})
