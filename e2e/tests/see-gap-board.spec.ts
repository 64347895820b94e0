import type { StoryCase } from '@throughcare/db/testing/story'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

/** Eight days before Good Friday: the prison sees that the pharmacy is shut, for how many, and goes to one of them. */
test('the gap board before Easter: one cause, its people, and the doses of one of them', async ({
  story,
  eastfieldNurse: nurse,
}) => {
  test.setTimeout(120_000)
  const [one] = [
    await treated(story, 'Quist', { releaseDate: '2026-04-02' }),
    await treated(story, 'Ravn', { releaseDate: '2026-04-02' }),
    await treated(story, 'Skau', { releaseDate: '2026-04-02' }),
  ]
  await treated(story, 'Tange', { releaseDate: null, legalStatus: 'remand' })

  await nurse.goto('/releases')
  await nurse.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Dose gaps' }).click()
  await expect(nurse.getByRole('heading', { level: 1, name: 'Coming days without a dose' })).toBeVisible()

  const causes = nurse.getByRole('list', { name: /^Causes/ })
  const goodFriday = causes
    .getByRole('listitem')
    .filter({ hasText: /Mill Lane Pharmacy is shut on Good Friday, Fri 3 Apr/ })
  await expect(async () => {
    await nurse.reload()
    await expect(goodFriday).toContainText('3 people', { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(goodFriday).toContainText('First: ring the place and ask for its hours')
  await expect(nurse.getByRole('link', { name: /3 in the next 14 days/ })).toBeVisible()
  await expect(nurse.getByText('Tange')).toBeHidden()
  await expectAccessible(nurse, 'gap board')

  await goodFriday.getByRole('link').first().click()
  await expect(nurse.getByRole('heading', { level: 2, name: 'People with this cause' })).toBeVisible()
  const people = nurse.getByRole('list', { name: /^People/ }).getByRole('listitem')
  for (const name of ['Quist', 'Ravn', 'Skau']) await expect(people.filter({ hasText: name })).not.toHaveCount(0)
  await expect(nurse.getByText('Nobody has this cause now')).toBeHidden()

  await nurse.setViewportSize({ width: 390, height: 844 })
  const width = await nurse.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await expectAccessible(nurse, 'gap board on a phone')

  await nurse.getByRole('link', { name: /Quist/ }).click()
  await expect(nurse).toHaveURL(new RegExp(`/cases/${one?.episodeId}/doses`))

  await nurse.goto('/gaps?list=could-leave-today')
  await expect(nurse.getByRole('link', { name: /Tange/ })).toBeVisible()
  await expect(nurse.getByRole('link', { name: /Quist/ })).toBeHidden()
})

async function treated(
  story: JourneyStory,
  familyName: string,
  options: { releaseDate: string | null; legalStatus?: string },
): Promise<StoryCase> {
  const one = await story.aCase({ familyName, prison: 'eastfield', ...options })
  await story.aTreatment(one, { dosing: 'millLane' })
  await story.owner.query(
    `update medication_treatment set regime_confirmed_on = '2026-03-26',
       regime_confirmed_by = (select id from account where display_name = 'Ivo Marek' limit 1)
     where episode_id = $1`,
    [one.episodeId],
  )
  return one
}
