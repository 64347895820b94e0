import { expect, expectAccessible, test } from '../people.ts'

test('a set is sent, acknowledged and accepted, and the prison sees each without pressing anything', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  const one = await story.aCase({
    familyName: 'Vestergaard',
    givenNames: 'Nina',
    releaseDate: '2026-03-30',
    items: [
      { area: 'omt', code: 'omt-first-dose' },
      { area: 'housing', code: 'housing-first-week' },
    ],
  })
  // Friday, a quarter to five: for Monday's gate this is the last open time before the deadline.
  await story.setClock(new Date('2026-03-27T16:41:30Z'))

  await nurse.goto(`/cases/${one.episodeId}/hand-over`)
  await nurse.getByRole('button', { name: 'Send' }).click()
  await expect(nurse.getByRole('link', { name: 'Choose a service for at least one area first.' })).toBeVisible()
  await nurse.getByRole('radio', { name: 'Harbour Recovery' }).first().check()
  await nurse.getByRole('radio', { name: 'Haven Housing' }).first().check()
  await expect(nurse.getByText('Harbour Recovery closes in 18 minutes: ring now.').first()).toBeVisible()
  await expect(nurse.getByText(/Other kinds of information are not included, whether or not they exist/)).toHaveCount(2)
  await expectAccessible(nurse, 'hand over, chosen')
  await nurse.getByRole('button', { name: 'Send 2 handoffs' }).click()
  await nurse.getByRole('dialog').getByRole('button', { name: 'Send 2 handoffs' }).click()
  await expect(nurse.getByRole('status').getByText('2 handoffs are on their way')).toBeVisible()
  await expect(nurse.getByRole('status').getByText('Harbour Recovery closes in 18 minutes: ring now.')).toBeVisible()

  await worker.goto('/inbox')
  const card = worker.getByRole('listitem').filter({ hasText: 'Vestergaard, Nina' })
  await card.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(worker.getByRole('status')).toContainText('Your service has Vestergaard, Nina now.')
  await expect(nurse.getByText('The service has it').first()).toBeVisible({ timeout: 15_000 })

  await worker.goto('/inbox?tab=unassigned')
  await card.getByRole('button', { name: 'I take it' }).click()
  await expect(worker.getByRole('status')).toContainText('It is yours: Vestergaard, Nina.')
  await expect(nurse.getByText('With Sam Osei').first()).toBeVisible({ timeout: 15_000 })
})

test('two people on one page: the second reads who was faster and when', async ({
  story,
  harbourWorker: first,
  harbourSecondWorker: second,
}) => {
  const one = await story.aCase({ familyName: 'Quist', givenNames: 'Pia' })
  const handoffId = await story.aHandoff(one)
  // Whose page changes by itself in time presses nothing that is over: here it does not.
  await second.route('**/live.follow*', (route) => route.abort())
  await first.goto(`/handoffs/${handoffId}`)
  await second.goto(`/handoffs/${handoffId}`)
  await first.getByRole('button', { name: /^I take it/ }).click()
  await expect(first.getByText('A worker has it').first()).toBeVisible()
  await second.getByRole('button', { name: /^I take it/ }).click()
  const refusal = second.getByRole('main').getByRole('alert')
  await expect(refusal).toContainText('Changed meanwhile')
  await expect(refusal).toContainText('Sam Osei')
  await expect(refusal).toContainText('A worker has it')
  await expect(refusal).toContainText('Waiting for an answer')
  await expectAccessible(second, 'a handoff that changed meanwhile')
})
