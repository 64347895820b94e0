import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../people.ts'

test('what the person says is kept in their words, stands first on the plan, and tells what would give them away', async ({
  story,
  northgateNurse: nurse,
}) => {
  const one = await story.aCase({ familyName: 'Okeke', givenNames: 'Ada' })
  await nurse.goto(`/cases/${one.episodeId}`)
  await nurse
    .getByRole('navigation', { name: 'Pages of this case' })
    .getByRole('link', { name: 'In their words' })
    .click()
  await expect(nurse.getByText('Nothing is written down yet.')).toBeVisible()

  const first = nurse.getByRole('group', { name: 'Saying 1' })
  await first.getByLabel('The words, as said').fill('Min metadon henter jeg før alle andre er oppe')
  await expect(nurse.getByText(/It names metadon\./)).toBeVisible()
  await first.getByLabel('Language').selectOption('nb')
  await first.getByLabel('Does it ask something of the services?').selectOption('other-time')
  await nurse.getByRole('button', { name: 'Add another saying' }).click()
  const second = nurse.getByRole('group', { name: 'Saying 2' })
  await second.getByLabel('What it is about').selectOption('goal')
  await second.getByLabel('The words, as said').fill('See my sister')

  // Nothing is kept before it was read back.
  await nurse.getByRole('button', { name: 'Keep these words' }).click()
  await expect(nurse.getByRole('link', { name: /Read it back to the person first/ })).toBeVisible()
  await nurse.getByLabel('Read back to the person').check()
  await nurse.getByRole('button', { name: 'Keep these words' }).click()
  await expect(nurse.getByText(/Written down by Nora Lindqvist.*read back/)).toBeVisible()
  await expectAccessible(nurse, 'own words')
  await nurse.goto(`/cases/${one.episodeId}`)
  const words = nurse.locator('section', { has: nurse.getByRole('heading', { name: 'In the person’s own words' }) })
  await expect(words.locator('blockquote').first()).toHaveText('Min metadon henter jeg før alle andre er oppe')
  await expect(words.locator('blockquote').first()).toHaveAttribute('lang', 'nb')

  // A remark stands beside the words; choosing not to say anything is a new version, and what stood before stays.
  await nurse.goto(`/cases/${one.episodeId}/own-words`)
  await nurse.getByLabel('Your remark').fill('The pharmacy opens at seven')
  await nurse.getByRole('button', { name: 'Add the remark' }).click()
  await expect(nurse.getByRole('list', { name: 'Remarks of those who work here' })).toContainText('opens at seven')
  await nurse.getByRole('radio', { name: 'The person chose not to' }).check()
  await nurse.getByRole('button', { name: 'Keep these words' }).click()
  await expect(nurse.getByText('The person chose not to say anything.')).toBeVisible()
  await nurse.getByText('1 earlier version').click()
  await expect(nurse.getByText('See my sister')).toBeVisible()

  // The plan against an overdose is the person's own.
  const side = nurse.getByRole('navigation', { name: 'The person’s side' })
  await side.getByRole('link', { name: 'Overdose plan' }).click()
  await nurse.getByLabel('Who holds naloxone').fill('My sister')
  await nurse.getByLabel('Nobody else was in the room').check()
  await nurse.getByRole('button', { name: 'Keep the plan' }).click()
  await expect(nurse.getByText(/Made, .*with nobody else in the room/)).toBeVisible()
  await expectAccessible(nurse, 'an overdose plan')

  await side.getByRole('link', { name: 'What helps' }).click()
  await nurse.getByRole('radiogroup', { name: 'What the person wants' }).getByLabel('Safer use').check()
  await nurse.getByLabel('What pulls').fill('Payday\nThe first night')
  await nurse.getByRole('button', { name: 'Keep this asking' }).click()
  await expect(nurse.getByRole('heading', { name: /^Asked in custody/ })).toBeVisible()
  await expect(nurse.getByText('No confirmed source here: use local protocol.').first()).toBeVisible()
  await expectAccessible(nurse, 'what helps and what pulls')

  await side.getByRole('link', { name: 'Supporters' }).click()
  await nurse.getByLabel('Who', { exact: true }).fill('sister Ana')
  await nurse.getByRole('radiogroup', { name: 'Does the person want them to be rung?' }).getByLabel('Yes').check()
  await nurse.getByLabel('Telephone', { exact: true }).fill('01632 960123')
  await nurse.getByLabel('That they are out').check()
  await nurse.getByRole('button', { name: 'Keep the supporter' }).click()
  await expect(nurse.getByRole('heading', { name: 'sister Ana' })).toBeVisible()
  await expectAccessible(nurse, 'supporters')
})

test('what somebody types stays when a colleague saves meanwhile, and who saved is told so', async ({
  story,
  northgateNurse: nurse,
}) => {
  const one = await story.aCase({ familyName: 'Varga', givenNames: 'Ilona' })
  const address = `/cases/${one.episodeId}/own-words`
  const colleague = await nurse.context().newPage()
  await nurse.goto(address)
  await colleague.goto(address)
  const keep = async (page: Page, words: string) => {
    await page.getByLabel('The words, as said').fill(words)
    await page.getByLabel('Read back to the person').check()
    await page.getByRole('button', { name: 'Keep these words' }).click()
  }
  await nurse.getByLabel('The words, as said').fill('Never on a Friday alone')
  await keep(colleague, 'See my sister')
  await expect(colleague.getByText('Kept.')).toBeVisible()

  await keep(nurse, 'Never on a Friday alone')
  await expect(nurse.getByText('Nothing of yours has been saved.')).toBeVisible()
  await expect(nurse.getByLabel('The words, as said')).toHaveValue('Never on a Friday alone')
  await nurse.getByRole('button', { name: 'Load what is stored now' }).click()
  await expect(nurse.getByLabel('The words, as said')).toHaveValue('See my sister')
  await keep(nurse, 'See my sister. Never on a Friday alone')
  await expect(nurse.getByText('Kept.')).toBeVisible()

  // Each asking begins empty, and so does the next one on the same page.
  await nurse.goto(`/cases/${one.episodeId}/what-helps`)
  for (const pull of ['Payday', 'The first night']) {
    await nurse.getByLabel('What pulls').fill(pull)
    await nurse.getByRole('button', { name: 'Keep this asking' }).click()
    await expect(nurse.getByText('Kept.')).toBeVisible()
    await expect(nurse.getByLabel('What pulls')).toHaveValue('')
    await expect(nurse.getByRole('listitem').filter({ hasText: pull })).toBeVisible()
  }
})

test('an overdose that was survived makes a contact due the same day, and the person is asked how it was', async ({
  story,
  harbourWorker: worker,
}) => {
  const gate = new Date('2026-03-24T09:00:00Z')
  const one = await story.aCase({
    familyName: 'Pereira',
    givenNames: 'Rui',
    releaseDate: '2026-03-24',
    releasedAt: gate,
  })
  await story.aHandoff(one, { status: 'accepted' })
  await worker.goto(`/cases/${one.episodeId}/overdose-plan`)
  await worker.getByText('Somebody told of an overdose').click()
  await worker.getByRole('radiogroup', { name: 'Was naloxone used?' }).getByLabel('Yes, another kit').check()
  await worker.getByRole('button', { name: 'Keep what was told' }).click()
  await expect(worker.getByText(/Contact due by .*: Harbour Recovery/).first()).toBeVisible()
  await expectAccessible(worker, 'an overdose that was told')

  await worker.goto('/how-was-it')
  const row = worker.getByRole('row', { name: /Pereira/ })
  await expect(row).toContainText('your service answers for the contact today')
  await expectAccessible(worker, 'whom to ask')
  await row.getByRole('link').click()
  await expect(worker.getByText('An overdose was reported: be in contact today')).toBeVisible()
  await worker.getByRole('button', { name: 'Reached', exact: true }).click()
  await expect(worker.getByText('In contact since')).toBeVisible()
  await expect(worker.getByText('An overdose was reported: be in contact today')).toHaveCount(0)

  await worker.getByRole('navigation', { name: 'The person’s side' }).getByRole('link', { name: 'How was it' }).click()
  await worker.getByRole('radiogroup', { name: 'Did you get your medicine?' }).getByLabel('Partly').check()
  await worker.getByRole('radiogroup', { name: 'Did you have a bed?' }).getByLabel('Yes').check()
  await worker.getByRole('button', { name: 'Keep the answers' }).click()
  const said = worker.getByRole('row', { name: /Got their medicine/ })
  await expect(said).toContainText('Partly')
  await expectAccessible(worker, 'how it was')
  await worker.goto('/how-was-it')
  await expect(worker.getByRole('row', { name: /Pereira/ })).toHaveCount(0)
})
