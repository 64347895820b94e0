import { expect, expectAccessible, test } from '../people.ts'

test('a service does not take a person; the prison sees it and sends to another one', async ({
  story,
  northgateNurse: nurse,
  harbourWorker,
  riversideWorker,
}) => {
  const one = await story.aCase({ familyName: 'Ferreira', givenNames: 'Piet' })
  await story.aHandoff(one, { area: 'omt' })

  await harbourWorker.goto('/inbox')
  await expectAccessible(harbourWorker, 'inbox')
  await harbourWorker
    .getByRole('link', { name: /Ferreira/ })
    .first()
    .click()
  await harbourWorker.locator('summary', { hasText: 'Do not take it' }).click()
  await harbourWorker.getByRole('button', { name: 'Do not take it' }).click()
  await expectAccessible(harbourWorker, 'handoff, reason missing')
  await harbourWorker.getByRole('radio').first().check()
  await harbourWorker.getByRole('button', { name: 'Do not take it' }).click()
  await expect(harbourWorker.getByText('Not taken').first()).toBeVisible()

  await nurse.goto('/handoffs')
  await expect(nurse.getByText('Ferreira').first()).toBeVisible()
  await expectAccessible(nurse, 'sent handoffs')
  await nurse.goto(`/cases/${one.episodeId}/hand-over`)
  await expect(nurse.getByText(/Harbour Recovery did not take it/)).toBeVisible()
  await nurse
    .getByLabel(/Riverside Recovery/)
    .first()
    .check()
  await nurse.getByRole('button', { name: 'Send again' }).click()

  await riversideWorker.goto('/inbox')
  await riversideWorker
    .getByRole('link', { name: /Ferreira/ })
    .first()
    .click()
  await expect(riversideWorker.getByText('Second attempt')).toBeVisible()
  await riversideWorker.getByRole('button', { name: 'I take it' }).click()
  await expect(riversideWorker.getByText('A worker has it').first()).toBeVisible()
  const { rows } = await story.owner.query(
    `select status, attempt from handoff where episode_id = $1 order by attempt`,
    [one.episodeId],
  )
  expect(rows).toEqual([
    { status: 'closed', attempt: 1 },
    { status: 'accepted', attempt: 2 },
  ])
})
