import { expect, expectAccessible, test } from '../people.ts'

test('the first hours: reached, slept, booked, and "did not arrive" is with the prison at once', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  const one = await story.aCase({
    familyName: 'Ruud',
    givenNames: 'Iben',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T07:00:00Z'),
    items: [{ area: 'support', code: 'support-first-contact' }],
  })
  await story.aHandoff(one, { area: 'omt', status: 'accepted' })
  await nurse.goto(`/cases/${one.episodeId}/first-48-hours`)
  await worker.goto(`/cases/${one.episodeId}/first-48-hours`)
  await expect(worker.getByRole('heading', { name: /^45 h 5\d min left$|^46 h 0 min left$/ })).toBeVisible()

  await worker.getByText('Did not arrive', { exact: true }).first().click()
  await worker.getByRole('radio', { name: 'We were closed' }).check()
  await worker.getByRole('button', { name: 'Did not arrive' }).click()
  await expect(nurse.getByText('Reason: We were closed')).toBeVisible({ timeout: 15_000 })

  await worker.getByRole('button', { name: 'Reached' }).click()
  await expect(worker.getByText('Reached · Telephone')).toBeVisible()
  await worker.getByRole('button', { name: 'Book it' }).click()
  await expect(worker.getByRole('link', { name: /^Day: / })).toBeVisible()
  await worker.getByLabel('Day', { exact: true }).fill('27')
  await worker.getByLabel('Month').fill('3')
  await worker.getByLabel('Year').fill('2026')
  await worker.getByLabel('Time', { exact: true }).fill('10:30')
  await worker.getByRole('button', { name: 'Book it' }).click()
  await expect(worker.getByText(/Fri 27 Mar 2026, 10:30 GMT, Harbour Recovery/)).toBeVisible()
  await worker.getByRole('button', { name: 'Arrived' }).click()
  await expect(nurse.getByText(/Arrived Thu 26 Mar 2026/)).toBeVisible({ timeout: 15_000 })
  await expectAccessible(worker, 'first 48 hours')
})
