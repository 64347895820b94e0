import { fillDay } from '../fields.ts'
import { expect, expectAccessible, test } from '../people.ts'

/** An administrator writes down the local protocol, a clinician approves it, and the page of a case says so. */
test('a protocol holds once a second person approved it, and stands behind the alert of a case', async ({
  story,
  administrator,
  harbourWorker,
}) => {
  const serviceId = story.services.harbour
  await story.owner.query(
    `update membership set grants = '{approver}' where account_id = (select id from account where display_name = 'Sam Osei')`,
  )
  const of = await story.aCase({ releaseDate: '2026-03-24', releasedAt: new Date('2026-03-24T09:00:00Z') })
  await story.aHandoff(of, { status: 'accepted' })
  const treatmentId = await story.aTreatment(of, { dosing: 'harbour' })
  await story.aDose(of, { treatmentId, givenAt: new Date('2026-03-23T10:00:00Z') })

  await harbourWorker.goto(`/cases/${of.episodeId}/doses`)
  await expect(harbourWorker.getByText('Our default, not a guideline.').first()).toBeVisible()
  await expect(harbourWorker.getByText('Not yet confirmed by a clinician here').first()).toBeVisible()

  await administrator.goto(`/rule-sets/routing-by-days/${serviceId}`)
  await administrator.getByText('Propose a new version').click()
  await administrator.getByRole('button', { name: 'Propose it' }).click()
  await expect(administrator.getByRole('heading', { name: 'There is something to put right first' })).toBeVisible()
  const stable = administrator.getByRole('group', { name: 'On a steady amount' })
  // A fault is said at the number in which it was typed.
  await stable.getByLabel('Keep an eye on the next dose: from day').fill('1,5')
  await administrator.getByRole('button', { name: 'Propose it' }).click()
  await expect(stable.getByText('Type a whole number of days.')).toBeVisible()
  await stable.getByLabel('Keep an eye on the next dose: from day').fill('')
  await stable.getByLabel('Talk to the person before the next dose: from day').fill('1')
  await stable.getByLabel('Ring the prescriber before any dose: from day').fill('2')
  await administrator.getByLabel('The protocol’s own words').fill('From the second day: ring Dr Moss before any dose.')
  await administrator.getByLabel('Where it stands').fill('Harbour dosing protocol')
  await fillDay(administrator, 'Review by', '2027-03-01')
  await administrator.getByRole('button', { name: 'Propose it' }).click()
  await expect(administrator.getByText('Waits for a clinician’s approval').first()).toBeVisible()
  await expect(administrator.getByRole('button', { name: 'Approve version 1' })).toHaveCount(0)
  await expectAccessible(administrator, 'a rule set, for an administrator')

  await harbourWorker.goto('/rule-sets')
  await expectAccessible(harbourWorker, 'rule sets')
  await harbourWorker.getByRole('link', { name: 'Whom to ring after days without a dose' }).first().click()
  await expect(harbourWorker.getByRole('cell', { name: 'differs' }).first()).toBeVisible()
  await harbourWorker.getByRole('button', { name: 'Approve version 1' }).click()
  await harbourWorker.getByRole('dialog').getByRole('button', { name: 'Approve version 1' }).click()
  await expect(harbourWorker.getByText(/^Approved by Sam Osei/).first()).toBeVisible()

  await harbourWorker.goto(`/cases/${of.episodeId}/doses`)
  await expect(harbourWorker.getByText('The local protocol, as approved here.').first()).toBeVisible()
  await expect(harbourWorker.getByText('Ring the prescriber before any dose.').first()).toBeVisible()
  await harbourWorker.getByText('Whom to ring after days without a dose, version 1 · Sam Osei').click()
  await expect(harbourWorker.getByText('From the second day: ring Dr Moss before any dose.')).toBeVisible()
  await expectAccessible(harbourWorker, 'doses with the rules behind them')
})
