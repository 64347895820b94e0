import { afterAll, beforeAll, expect, it } from 'vitest'
import { aNewPerson } from '../../testing/new-person.ts'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** The codes on a plan, of whatever pack. */
async function plannedFor(releaseCountry: string, languages: string[]): Promise<{ ruleSet: string; codes: string[] }> {
  const nurse = scene.as(scene.people.northgateNurse)
  const { episodeId } = await nurse.person.add(
    aNewPerson({ person: { familyName: `To${releaseCountry}`, languages }, episode: { releaseCountry } }),
  )
  const view = await nurse.carePlan.byEpisode({ episodeId })
  return { ruleSet: view.plan?.ruleSet ?? '', codes: view.items.map(({ code }) => code) }
}

it('lists every pack, the country of the reader first', async () => {
  const packs = await scene.as(scene.people.northgateNurse).countryPack.list()
  expect(packs.map(({ code, isHere }) => [code, isHere])).toEqual([
    ['gb-england-wales', true],
    ['be', false],
    ['de', false],
    ['fr', false],
    ['no', false],
    ['pt', false],
  ])
  const cover = packs
    .find(({ code }) => code === 'de')
    ?.items.find(({ code }) => code === 'benefits-de-social-assistance-cover')
  expect(cover).toMatchObject({ ownerSide: 'prison', latest: { days: 0, hard: true }, mark: 'S' })
})

it.each(['northgateManager', 'harbourManager', 'regionManager'] as const)('is not for %s', async (who) => {
  await expect(scene.as(scene.people[who]).countryPack.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

it('somebody who speaks Portuguese and is released in Belgium has what Belgium asks for', async () => {
  const { ruleSet, codes } = await plannedFor('BE', ['pt'])
  expect(ruleSet).toMatch(/\+be-2026-11$/)
  expect(codes).toContain('benefits-be-health-insurance-fund')
  expect(codes).toContain('documents-be-detention-certificate')
  expect(codes.filter((code) => code.includes('-pt-'))).toEqual([])
})

it('somebody who speaks French and is released in Portugal has what Portugal asks for', async () => {
  const { codes } = await plannedFor('PT', ['fr'])
  expect(codes).toContain('benefits-pt-rsi')
  expect(codes.filter((code) => code.includes('-fr-'))).toEqual([])
})

it('a country without a pack has the common items alone', async () => {
  const { ruleSet, codes } = await plannedFor('IS', ['pt'])
  expect(ruleSet).not.toContain('+')
  expect(codes).toContain('benefits-claim')
})
