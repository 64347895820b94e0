import { expect, expectAccessible, test } from '../people.ts'

test('a person agrees to have something shared, takes it back, and the next read of who received it finds it gone', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  const one = await story.aCase({ familyName: 'Keller', givenNames: 'Noor' })
  await story.owner.query(
    `insert into own_words (id, episode_id, version, place, kind, words, read_back, may_travel, recorded_at, recorded_by)
     select gen_random_uuid(), $1, 1, 1, 'strategy', 'I take the early bus', true, true, app.now(), a.id
     from account a where a.display_name = 'Nora Lindqvist'`,
    [one.episodeId],
  )
  const handoffId = await story.aHandoff(one, { status: 'accepted' })
  await worker.goto(`/handoffs/${handoffId}`)
  await expect(worker.getByText(/^Carries: .*maintenance.*whether or not they exist\.$/)).toBeVisible()
  await expect(worker.getByText('I take the early bus')).toHaveCount(0)

  // Nothing is agreed by itself: what was not looked at is no consent, and a legal basis is there to choose, none chosen.
  await nurse.goto(`/cases/${one.episodeId}`)
  await nurse
    .getByRole('navigation', { name: 'Pages of this case' })
    .getByRole('link', { name: 'In their words' })
    .click()
  await nurse
    .getByRole('navigation', { name: 'The person’s side' })
    .getByRole('link', { name: 'Sharing', exact: true })
    .click()
  await expect(nurse.getByRole('row', { name: /own words/ })).toHaveCount(0)
  await nurse.getByText('Ask the person').click()
  await nurse.getByRole('group', { name: 'What may be shared?' }).first().getByLabel('Own words').check()
  await nurse.getByRole('group', { name: 'Which services?' }).first().getByLabel('Harbour Recovery').check()
  await nurse.getByLabel('In which language was it explained?').selectOption('Norwegian Bokmål')
  await nurse.getByLabel('Agrees').check()
  await nurse.getByRole('button', { name: 'Keep the answer' }).click()
  await expect(nurse.getByRole('link', { name: /needs the person’s name|needs the person's name/ })).toBeVisible()
  await nurse.getByLabel('The person types their name').fill('Noor Keller')
  await nurse.getByRole('button', { name: 'Keep the answer' }).click()
  await expect(nurse.getByText(/nobody looked whether the person can decide it/)).toBeVisible()
  await nurse.getByRole('radiogroup', { name: 'Can the person decide this today?' }).getByLabel('Yes').check()
  await nurse.getByRole('button', { name: 'Keep the answer' }).click()
  await expect(nurse.getByText(/Noor Keller, typed/)).toBeVisible()
  await expect(nurse.locator('dd', { hasText: 'Norwegian Bokmål' })).toBeVisible()
  await expect(nurse.getByRole('row', { name: /own words.*Consent/ })).toBeVisible()
  await expectAccessible(nurse, 'sharing')

  await worker.goto(`/handoffs/${handoffId}`)
  await expect(worker.getByText(/^Carries: .*own words/)).toBeVisible()
  await expect(worker.getByText('I take the early bus')).toBeVisible()
  await worker.goto(`/handoffs/${handoffId}/sheet`)
  await expect(worker.getByText(/I take the early bus/)).toBeVisible()

  await nurse.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await nurse.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(nurse.getByText('withdrawn', { exact: true })).toBeVisible()
  await worker.reload()
  await expect(worker.getByText(/Carries: .*whether or not they exist\./)).toBeVisible()
  await expect(worker.getByText(/I take the early bus|own words/)).toHaveCount(0)
  await worker.goto('/notices')
  await expect(worker.getByText(/What may be shared in a case has changed/).first()).toBeVisible()
})

test('a click on a label answers the form in which it stands', async ({ story, northgateNurse: nurse }) => {
  const { episodeId } = await story.aCase({ familyName: 'Brandt', givenNames: 'Ines' })
  await nurse.goto(`/cases/${episodeId}/sharing`)
  const parts = ['Ask the person', 'The person objects', 'Share on a legal basis'].map((part) =>
    nurse.locator('details', { has: nurse.getByText(part, { exact: true }) }),
  )
  for (const part of parts) await part.locator('summary').first().click()
  const harbours = parts.map((part) => part.getByRole('checkbox', { name: 'Harbour Recovery' }))
  for (const [index, part] of parts.entries()) {
    await part.getByText('Harbour Recovery', { exact: true }).click()
    for (const [other, box] of harbours.entries()) await expect(box).toBeChecked({ checked: other <= index })
  }
  await expectAccessible(nurse, 'sharing, with every form open')
})
