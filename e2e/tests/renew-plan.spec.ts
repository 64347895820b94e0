import { expect, expectAccessible, test } from '../people.ts'

/**
 * A plan from before its country was written down: the nurse sees what the newer rules would change, brings it to them, reads
 * what is missing for "ready" and what is too late; another plan is closed by two people, because something critical is open.
 */
test('a plan is brought to newer rules, says what it lacks, and another one is closed by two people', async ({
  story,
  northgateNurse: nurse,
  northgateSecondNurse: second,
}) => {
  await story.owner.query(`update area set holiday_region = 'ENG'`)
  const one = await story.aCase({ familyName: 'Renwick', givenNames: 'Moira', releaseDate: '2026-03-28' })
  const done = await story.anItem(one, { area: 'support', code: 'support-debts' })
  await story.owner.query(`update checklist_item set status = 'done' where id = $1`, [done])

  await nurse.goto(`/cases/${one.episodeId}`)
  await nurse.getByRole('link', { name: 'Newer rules are there' }).click()
  await expect(nurse.getByRole('heading', { level: 1, name: 'Rules of the plan' })).toBeVisible()
  const joins = nurse.getByRole('heading', { level: 3, name: /items join/ })
  const count = Number((await joins.textContent())?.match(/\d+/)?.[0])
  await expect(nurse.locator('section').filter({ has: joins }).last().getByRole('listitem')).toHaveCount(count)
  await expectAccessible(nurse, 'rules of the plan')
  await nurse.getByRole('button', { name: 'Bring the plan to the newer rules' }).click()
  await expect(nurse.getByText('These are the newest rules.')).toBeVisible()
  await expect(nurse.getByText(/what England and Wales asks for/)).toBeVisible()

  await nurse.goto(`/cases/${one.episodeId}`)
  const lacks = nurse.getByText(/^Not ready: \d+ things missing/)
  const missing = Number((await lacks.textContent())?.match(/\d+/)?.[0])
  await lacks.click()
  await expect(nurse.locator('details').filter({ has: lacks }).getByRole('listitem')).toHaveCount(missing)
  await expect(nurse.getByRole('heading', { level: 3, name: /cannot be done in time any more/ })).toBeVisible()
  await nurse.goto('/releases')
  await expect(nurse.getByRole('row', { name: /Renwick/ })).toContainText(`${missing} missing for ready`)

  const out = await story.aCase({ familyName: 'Berg', givenNames: 'Per', releasedAt: new Date('2026-03-26T08:00:00Z') })
  const open = await story.anItem(out, { area: 'health', code: 'health-medicine-in-hand' })
  await story.owner.query('update checklist_item set critical = true where id = $1', [open])
  const rules = `/cases/${out.episodeId}/plan-rules`
  await nurse.goto(rules)
  await nurse.getByRole('button', { name: 'Ask a second person to close' }).click()
  await expect(nurse.getByText('Say why: a critical item is open.')).toBeVisible()
  await nurse.getByLabel('Why is the plan closed?').fill('Taken over by the hospital')
  await nurse.getByRole('button', { name: 'Ask a second person to close' }).click()
  await expect(nurse.getByText('Reason: Taken over by the hospital')).toBeVisible()

  await second.goto(rules)
  await second.getByRole('button', { name: 'Close as the second person' }).click()
  await expect(second.getByText(/Nora Lindqvist asked for it and Ben Achterberg closed it/)).toBeVisible()
  await second.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(second, 'a closed plan on a phone')
})
