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

test('a service asks back, is answered, and does the work; another handoff is taken back after it was accepted', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  const one = await story.aCase({
    familyName: 'Ferreira',
    givenNames: 'Ana',
    items: [{ area: 'omt', code: 'omt-first-dose' }],
  })
  const asked = await story.aHandoff(one, { area: 'omt' })
  await worker.goto(`/handoffs/${asked}`)
  await expect(worker.getByText('Do not pass it on to anybody who is not named here.')).toBeVisible()
  await worker.locator('summary', { hasText: 'Ask back' }).click()
  await worker.getByRole('button', { name: 'Ask back' }).click()
  await expect(worker.getByText('Write what you need to know.')).toBeVisible()
  await worker.getByLabel('What do you need to know?').fill('Which pharmacy?')
  await worker.getByRole('button', { name: 'Ask back' }).click()
  await expect(worker.getByText('Sent back with a question').first()).toBeVisible()

  await nurse.goto(`/handoffs/${asked}`)
  await expect(nurse.getByText('Harbour Recovery asks: Which pharmacy?')).toBeVisible()
  await nurse.getByRole('link', { name: 'Answer, and send it on' }).click()
  await expect(nurse.getByRole('heading', { name: 'Hand over', level: 1 })).toBeVisible()
  await expect(nurse.getByText('Harbour Recovery asks: Which pharmacy?')).toBeVisible()
  await nurse
    .getByLabel(/Harbour Recovery/)
    .first()
    .check()
  await nurse.getByRole('button', { name: 'Send again' }).click()
  await expect(nurse.getByText('Answer the question, or choose another service.')).toBeVisible()
  await expectAccessible(nurse, 'hand over, answer missing')
  await nurse.getByLabel('Your answer').fill('Mill Lane.')
  await nurse.getByRole('button', { name: 'Send again' }).click()
  await expect(nurse.getByText('One handoff is on its way')).toBeVisible()

  await worker.goto('/inbox')
  await worker
    .getByRole('link', { name: /Ferreira/ })
    .first()
    .click()
  await expect(worker.getByText('Mill Lane.').first()).toBeVisible()
  await worker.getByRole('link', { name: 'Page for print' }).click()
  await expect(worker.getByText(/Other kinds of information are not included/)).toBeVisible()
  await worker.getByRole('link', { name: 'Back to the handoff' }).click()
  await worker.getByRole('button', { name: 'I take it' }).click()
  await worker.getByRole('button', { name: 'Start' }).click()
  await expect(worker.getByText('Under way').first()).toBeVisible()
  await worker.locator('summary', { hasText: 'Done' }).click()
  await worker.getByRole('button', { name: 'Done' }).click()
  await expectAccessible(worker, 'handoff, outcome missing')
  await worker.getByLabel('Done as it was planned').check()
  await worker.getByRole('button', { name: 'Done' }).click()
  await expect(worker.getByText('Done as it was planned').first()).toBeVisible()

  const taken = await story.aHandoff(one, { area: 'support', status: 'accepted' })
  await nurse.goto(`/handoffs/${taken}`)
  await nurse.locator('summary', { hasText: 'Take back' }).click()
  await nurse.getByLabel('The person goes elsewhere').check()
  await nurse.getByRole('button', { name: 'Take back' }).click()
  await expect(nurse.getByText('Taken back').first()).toBeVisible()
  await worker.goto(`/handoffs/${taken}`)
  await expect(worker.getByText('This handoff is over')).toBeVisible()
  const { rows } = await story.owner.query(
    `select status, outcome from handoff where episode_id = $1 order by area, attempt`,
    [one.episodeId],
  )
  expect(rows).toEqual([
    { status: 'closed', outcome: null },
    { status: 'done', outcome: 'as-planned' },
    { status: 'revoked', outcome: null },
  ])
})
