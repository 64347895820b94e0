import { expect, expectAccessible, openBrowser, signIn, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

const PEOPLE = 40
const OUT = new Date('2026-03-24T09:00:00Z')

/** Forty people who are dosed by Riverside, which nobody else's story hands anybody to. */
async function forty(story: JourneyStory): Promise<string[]> {
  const episodes: string[] = []
  for (let index = 1; index <= PEOPLE; index += 1) {
    const of = await story.aCase({
      familyName: `Rowe ${String(index).padStart(2, '0')}`,
      givenNames: 'Alex',
      releaseDate: '2026-03-24',
      releasedAt: OUT,
    })
    const treatmentId = await story.aTreatment(of, { dosing: 'riverside' })
    await story.aHandoff(of, { area: 'omt', to: 'riverside', status: 'accepted', worker: 'riversideWorker' })
    // The last one has had no dose since Sunday: the prescriber first.
    const givenAt = new Date(index === PEOPLE ? '2026-03-22T10:00:00Z' : '2026-03-25T10:00:00Z')
    await story.aDose(of, { treatmentId, givenAt, at: 'riverside' })
    episodes.push(of.episodeId)
  }
  return episodes
}

test('forty people down one list: three keys each, undo, and the prescriber first', async ({
  story,
  browser,
  riversideWorker: worker,
}) => {
  test.setTimeout(180_000)
  const episodes = await forty(story)
  const colleague = await openBrowser(browser)
  await signIn(colleague, 'riversideWorker')
  await worker.goto('/dose-list')
  await expect(worker.getByRole('heading', { name: '40 people expected' })).toBeVisible()
  await expectAccessible(worker, 'dose list')
  await colleague.goto('/dose-list')
  // From here on the colleague's page hears nothing: it stays as old as it is.
  await expect(colleague.getByRole('heading', { name: '40 people expected' })).toBeVisible()
  await colleague.route('**/dose-list*', () => new Promise(() => undefined))

  const button = (index: number) =>
    worker.getByRole('button', { name: new RegExp(`^Given today ?: Rowe ${String(index).padStart(2, '0')}`) })
  await button(1).focus()
  for (let index = 1; index < PEOPLE; index += 1) {
    await worker.keyboard.press('g')
    await worker.keyboard.press('Enter')
    await worker.keyboard.press('ArrowDown')
  }
  // The last row has no such button: its control leads to the page of the person.
  await expect(worker.getByRole('link', { name: /^Open the page first ?: Rowe 40/ })).toBeFocused()
  await expect(worker.getByText('Ring the prescriber before any dose.')).toBeVisible()
  await worker.keyboard.press('g')
  await expect.poll(() => given(story, episodes)).toBe(PEOPLE - 1)

  await test.step('a colleague with the old page is told who was faster, and gives no second dose', async () => {
    await colleague.getByRole('button', { name: /^Given today ?: Rowe 39/ }).click()
    await colleague.getByRole('button', { name: /^Record: given to Rowe 39/ }).click()
    await expect(colleague.getByText('nothing was recorded twice')).toBeVisible()
    await colleague.unrouteAll({ behavior: 'ignoreErrors' })
    await colleague.goto('/dose-list')
    await expect(colleague.getByText(/^Given 09:\d\d GMT, Tom Vance$/)).toHaveCount(PEOPLE - 1)
    expect(await given(story, episodes)).toBe(PEOPLE - 1)
  })

  await test.step('a wrong press is taken back, and both entries are kept', async () => {
    const one = await story.aCase({
      familyName: 'Rowe 00',
      givenNames: 'Kim',
      releasedAt: OUT,
      releaseDate: '2026-03-24',
    })
    const treatmentId = await story.aTreatment(one, { dosing: 'riverside' })
    await story.aHandoff(one, { area: 'omt', to: 'riverside', status: 'accepted', worker: 'riversideWorker' })
    await story.aDose(one, { treatmentId, givenAt: new Date('2026-03-25T10:00:00Z'), at: 'riverside' })
    await worker.goto('/dose-list')
    await worker.getByRole('button', { name: /^Given today ?: Rowe 00/ }).focus()
    await worker.keyboard.press('Enter')
    await worker.keyboard.press('Enter')
    await expect(worker.getByRole('button', { name: /^Undo ?: Rowe 00/ })).toBeVisible()
    await worker.keyboard.press('u')
    await expect(worker.getByRole('button', { name: /^Given today ?: Rowe 00/ })).toBeFocused()
    await expect(worker.getByText(/^Taken back 09:\d\d GMT, Tom Vance$/)).toBeVisible()
    const { rows } = await story.owner.query(
      `select outcome from dose where episode_id = $1 and for_day = '2026-03-26' order by recorded_at`,
      [one.episodeId],
    )
    expect(rows).toEqual([{ outcome: 'given' }, { outcome: 'entered-in-error' }])

    await worker.keyboard.press('g')
    await worker.keyboard.press('g')
    await expect(worker.getByRole('button', { name: /^Recorded as given ?: Rowe 00/ })).toBeFocused()
    // After ten seconds it is a correction.
    await expect(worker.getByRole('button', { name: /^Undo ?: Rowe 00/ })).toBeHidden({ timeout: 15_000 })
    await expect(worker.getByRole('link', { name: /^Correct the entry ?: Rowe 00/ }).first()).toBeVisible()
  })

  await test.step('everything else is said from the row, and no key is taken from its fields', async () => {
    await worker.getByRole('button', { name: /^Something else ?: Rowe 40/ }).click()
    await worker.getByLabel('What became of it').selectOption('withheld')
    await worker.getByLabel('Why').fill('going to ring')
    await expect(worker.getByLabel('Why')).toHaveValue('going to ring')
    await worker.getByRole('button', { name: 'Record the dose' }).click()
    await expect(worker.getByText(/^Withheld by a clinician 09:\d\d GMT, Tom Vance$/)).toBeVisible()
    await expectAccessible(worker, 'dose list, recorded')
  })
  await colleague.context().close()
})

async function given(story: JourneyStory, episodes: readonly string[]): Promise<number> {
  const { rows } = await story.owner.query<{ count: string }>(
    `select count(*) from dose where episode_id = any ($1) and for_day = '2026-03-26' and outcome = 'given'`,
    [episodes],
  )
  return Number(rows[0]?.count)
}
