import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
const added = new Map<string, string>()

beforeAll(async () => {
  scene = await openScene()
  const nurse = scene.as(scene.people.northgateNurse)
  for (const [prisonNumber, familyName, givenNames, dateOfBirth, otherNames] of REGISTER) {
    const { personId } = await nurse.person.add(
      aNewPerson({ prisonNumber, person: { familyName, givenNames, dateOfBirth, otherNames: otherNames ?? [] } }),
    )
    added.set(prisonNumber, personId)
  }
  await scene
    .as(scene.people.eastfieldNurse)
    .person.add(aNewPerson({ prisonNumber: 'E1', person: { familyName: 'Hansen', givenNames: 'Elsewhere' } }))
})

afterAll(() => scene.close())

const REGISTER: [number: string, family: string, given: string, born: string | null, other?: string[]][] = [
  ['A1001AA', "O'Neill", 'Siân', '1980-01-01'],
  ['A1002AA', 'Hansen', 'Åse', '1981-02-02'],
  ['A1003AA', 'Nguyễn', 'Văn An', '1982-03-03'],
  ['A1004AA', 'Müller', 'Jörg', '1983-04-04'],
  ['A1005AA', 'van den Berg', 'Jean-Luc', '1984-05-05'],
  ['A1006AA', 'Smith-Jones', 'Renée', '1985-06-06'],
  ['A1007AA', 'X', '', '1986-07-07'],
  ['A1008AA', 'Null', 'Test', '1987-08-08'],
  ['A1009AA', '🦊', 'Fox', '1988-09-09'],
  ['A1010AA', 'Kowalczyk', 'Łukasz', '1989-10-10', ['Nowak']],
  ['A1011AA', 'Per%cent', 'Under_score', '1990-11-11'],
  ['B 2001', 'Larsen', 'Maria', null],
  ['A1012AA', 'L'.repeat(80), 'Long', '1991-12-12'],
]

async function found(text: string): Promise<string[]> {
  const { persons } = await scene.as(scene.people.northgateNurse).person.search({ text, limit: 50 })
  return persons.map((one) => one.numbers[0] ?? '')
}

describe('D04, D09: finding a person', () => {
  it.each([
    // typed,                  found first
    ["O'Neill", 'A1001AA'],
    ['O’Neill', 'A1001AA'],
    ['ONeill', 'A1001AA'],
    ['o neill', 'A1001AA'],
    ['neill', 'A1001AA'],
    ['sian', 'A1001AA'],
    ['Siân', 'A1001AA'],
    ['Sian ONeill', 'A1001AA'],
    ['ase', 'A1002AA'],
    ['aase hansen', 'A1002AA'],
    ['hansen åse', 'A1002AA'],
    ['Hansne', 'A1002AA'],
    ['hanssen', 'A1002AA'],
    ['nguyen', 'A1003AA'],
    ['Mueller', 'A1004AA'],
    ['muller jorg', 'A1004AA'],
    ['vandenberg', 'A1005AA'],
    ['berg jean', 'A1005AA'],
    ['jeanluc', 'A1005AA'],
    ['smith jones', 'A1006AA'],
    ['jones renee', 'A1006AA'],
    ['smithjones', 'A1006AA'],
    ['x', 'A1007AA'],
    ['null', 'A1008AA'],
    ['test', 'A1008AA'],
    ['🦊', 'A1009AA'],
    ['lukasz', 'A1010AA'],
    ['nowak', 'A1010AA'],
    ['kowalcyzk', 'A1010AA'],
    ['kow', 'A1010AA'],
    ['a1001aa', 'A1001AA'],
    ['A1001', 'A1001AA'],
    ['b2001', 'B 2001'],
    ['1984-05-05', 'A1005AA'],
    ['5.5.1984', 'A1005AA'],
    ['berg 5/5/1984', 'A1005AA'],
    ['L'.repeat(80), 'A1012AA'],
  ])('%s', async (text, number) => {
    expect((await found(text))[0]).toBe(number)
  })

  it.each([
    '%',
    '_',
    '%%%',
    '\\',
    "' or 1=1 --",
    "'; drop table person; --",
    '1984-05-06',
    'hansen 1984-05-05',
    'zzzzzz',
    '(',
    '.*',
    '[a-z]+',
  ])('%s finds nobody', async (text) => {
    expect(await found(text)).toEqual([])
  })

  it('takes a percent sign and an underscore for themselves', async () => {
    expect(await found('per%cent')).toEqual(['A1011AA'])
    expect(await found('under_score')).toEqual(['A1011AA'])
  })

  it('says by what somebody was found', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    const by = async (text: string) => (await nurse.person.search({ text, limit: 1 })).persons[0]?.matchedBy
    expect(await by('hansen')).toBe('name')
    expect(await by('hansne')).toBe('spelling')
    expect(await by('A1002')).toBe('number')
    expect(await by('1981-02-02')).toBe('birth')
  })

  it('marks that there are more', async () => {
    const nurse = scene.as(scene.people.northgateNurse)
    expect(await nurse.person.search({ text: 'A10', limit: 3 })).toMatchObject({ more: true })
    expect(await nurse.person.search({ text: 'A1001', limit: 3 })).toMatchObject({ more: false })
  })

  it.each([
    ['NUL (D01)', 'Han\u0000sen'],
    ['half a character (D02)', 'Han\ud800sen'],
    ['nothing', '   '],
    ['a book (D05)', 'a'.repeat(121)],
  ])('refuses %s', async (_, text) => {
    await expect(scene.as(scene.people.northgateNurse).person.search({ text, limit: 50 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('who is found by whom (I-4)', () => {
  it('a prison does not find the persons of another', async () => {
    expect(await found('elsewhere')).toEqual([])
    const { persons } = await scene.as(scene.people.eastfieldNurse).person.search({ text: 'hansen', limit: 50 })
    expect(persons.map((one) => one.givenNames)).toEqual(['Elsewhere'])
  })

  it('a community service finds those who were handed to it, and nobody else', async () => {
    const one = await scene.aCase({ familyName: 'Handed', givenNames: 'Over' })
    await scene.aHandoff(one, { to: 'harbour' })
    const ask = async (who: 'harbourWorker' | 'riversideWorker') =>
      (await scene.as(scene.people[who]).person.search({ text: 'handed', limit: 50 })).persons.map(
        (hit) => hit.relation,
      )
    expect(await ask('harbourWorker')).toEqual(['offered'])
    expect(await ask('riversideWorker')).toEqual([])
  })

  it('an administrator and a region may not ask', async () => {
    for (const who of ['administrator', 'regionManager'] as const)
      await expect(scene.as(scene.people[who]).person.search({ text: 'hansen', limit: 50 })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
  })

  it('writes whom the answer showed, and not what was typed', async () => {
    await found('lukasz')
    const { rows } = await scene.owner.query(
      `select person_ids, fields from audit_entry where action = 'person.search' order by at desc limit 1`,
    )
    expect(rows[0]).toEqual({ person_ids: [added.get('A1010AA')], fields: [] })
  })
})
