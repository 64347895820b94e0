import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

/** Twelve people out of Northgate on Friday 9 May 2025, dosed at Mill Lane, which is shut on weekends, and expected on Monday. */
async function tellReleases({ owner, services, aCase, aTreatment }: JourneyStory, recordedBy: string): Promise<void> {
  for (let number = 0; number < 12; number += 1) {
    const one = await aCase({
      familyName: `Replayed ${number}`,
      admittedOn: '2025-01-06',
      releaseDate: '2025-05-09',
      releasedAt: new Date('2025-05-09T08:30:00Z'),
    })
    await aTreatment(one, { dosing: 'millLane' })
    await owner.query(
      `insert into appointment (id, episode_id, area, service_id, at, recorded_at, recorded_by)
       values ($1, $2, 'omt', $3, '2025-05-12T09:00:00Z', app.now(), $4)`,
      [newId(), one.episodeId, services.millLane, recordedBy],
    )
  }
}

test('a manager has a period replayed under other rules, by keyboard, and the answer says what is assumed', async ({
  story,
  northgateManager: page,
}) => {
  const { rows } = await story.owner.query<{ id: string; service_id: string }>(
    `select a.id, m.service_id from account a join membership m on m.account_id = a.id
     where m.service_id = $1 and m.role = 'manager' limit 1`,
    [story.services.northgate],
  )
  const manager = rows[0]
  if (!manager) throw new Error('Northgate has no manager')
  await tellReleases(story, manager.id)

  await page.goto('/continuity/simulation')
  await expectAccessible(page, 'other rules')
  await page.getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(page.getByRole('link', { name: /Choose at least one rule/ })).toBeVisible()

  // By keyboard alone: months, rules, press.
  await page.getByLabel('From').focus()
  await page.keyboard.type('May 2025')
  await page.keyboard.press('Tab')
  await page.keyboard.type('May 2025')
  await expect(page.getByLabel('To')).toHaveValue('2025-05')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  for (let down = 0; down < 3; down += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /open on Sundays/ })).toBeChecked()
  await page.getByRole('button', { name: 'Replay', exact: true }).focus()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'The answer' })).toBeVisible({ timeout: 30_000 })
  const table = page.getByRole('table', { name: 'What each rule would have changed' })
  await expect(table.getByRole('row', { name: /As it was/ })).toContainText('48 days')
  await expect(table.getByRole('row', { name: /^Thursday instead/ })).toContainText('100%')
  await expect(table.getByRole('row', { name: /^Together:/ })).toContainText('-24 (-24 to -24)')
  await expect(page.getByText(/does not prove what a rule would cause/)).toBeVisible()
  await expect(page.getByText(/months are put together/)).toBeVisible()
  const asTable = page.getByText('The same as a table').first()
  await asTable.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: /Days without cover in the 14 days/ })).toBeVisible()
  await expectAccessible(page, 'other rules, answered')

  // One that waits is seen and stopped; the worker knows of it only what its row says.
  await story.owner.query(
    `insert into simulation (id, service_id, asked_by, asked_at, from_month, to_month, rules, seed)
     values ($1, $2, $3, app.now() + interval '1 second', '2025-05', '2025-06', array['open-on-sunday'], 7)`,
    [newId(), manager.service_id, manager.id],
  )
  await page.goto('/continuity/simulation')
  await expect(page.getByRole('progressbar', { name: 'How far the replay is' })).toBeVisible()
  await expectAccessible(page, 'other rules, waiting')
  await page.getByRole('button', { name: 'Stop this replay' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Somebody stopped this replay. It has no answer.')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})
