import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'

// A monthly depot of Monday 9 March 2026 is due on Easter Monday; its window is 30 March to 13 April.
const EASTER = [
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
] as const

test('a depot due on a bank holiday: said in time, booked on an open day, given, and the next window shown', async ({
  story,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  for (const [day, name] of EASTER)
    await story.owner.query(
      `insert into public_holiday (country, region, day, name) values ('GB', '', $1, $2) on conflict do nothing`,
      [day, name],
    )
  await story.setClock(new Date('2026-03-31T09:00:00Z'))
  const one = await story.aCase({
    familyName: 'Moreau',
    givenNames: 'Lise',
    releaseDate: '2026-03-30',
    releasedAt: new Date('2026-03-30T09:00:00Z'),
    items: [{ area: 'omt', code: 'omt-book-next-injection' }],
  })
  const treatmentId = await story.aTreatment(one, {
    medicine: 'buprenorphine-monthly-depot',
    rhythm: 'depot',
    dosing: 'harbour',
  })
  await story.aHandoff(one, { area: 'omt', status: 'accepted' })
  await story.owner.query(
    `insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, recorded_at, recorded_by, service_id, product)
     select $1, $2, $3, 'depot', 'given', '2026-03-09', '2026-03-09', '2026-03-09T10:00:00Z', d.recorded_by, $4, 'as on the label'
     from (select changed_by as recorded_by from release_date_change where episode_id = $3) d`,
    [newId(), treatmentId, one.episodeId, story.services.northgate],
  )

  await test.step('a week before, the list says that the day is shut and which days are open', async () => {
    await worker.goto('/dose-list')
    const row = worker.getByRole('listitem').filter({ has: worker.getByRole('heading', { name: /Moreau/ }) })
    await expect(row.getByText(/Depot: Book now. Due Mon 6 Apr 2026/)).toBeVisible()
    await expect(
      row.getByText(
        'On the due day the place is shut: Easter Monday, hours not confirmed. Open inside the window: Thu 2 Apr 2026 or Tue 7 Apr 2026.',
      ),
    ).toBeVisible()
    await expectAccessible(worker, 'dose list with a depot')
  })

  await test.step('the strip and the owned item say it too', async () => {
    await worker.goto(`/cases/${one.episodeId}/doses`)
    await expect(worker.getByText('Depot: Book now')).toBeVisible()
    await expect(worker.getByRole('columnheader', { name: 'Monday 6 April 2026' })).toBeVisible()
    await worker.goto(`/cases/${one.episodeId}`)
    await expect(worker.getByText('Book the next injection').first()).toBeVisible()
  })

  await test.step('the next injection is booked on the Tuesday, inside the window', async () => {
    await worker.goto(`/cases/${one.episodeId}/first-48-hours`)
    await worker.getByText('Book an appointment', { exact: true }).click()
    await worker.getByLabel('Day', { exact: true }).fill('7')
    await worker.getByLabel('Month').fill('3')
    await worker.getByLabel('Year').fill('2026')
    await worker.getByLabel('Time', { exact: true }).fill('10:30')
    await worker.getByRole('button', { name: 'Book it' }).click()
    // The server knows an instant and no time of day: what it refuses stands at the time all the same.
    await expect(worker.getByLabel('Time', { exact: true })).toHaveAccessibleDescription(/This time has passed\.$/)
    await expect(worker.getByRole('link', { name: 'Time: This time has passed.' })).toHaveCount(1)
    await worker.getByLabel('Month').fill('4')
    await worker.getByRole('button', { name: 'Book it' }).click()
    await expect(worker.getByText(/Tue 7 Apr 2026, 10:30/).first()).toBeVisible()
    const { rows } = await story.owner.query('select status from checklist_item where episode_id = $1', [one.episodeId])
    expect(rows).toEqual([{ status: 'done' }])
  })

  await test.step('on the day it is recorded from the row, with its product, and the next window stands there', async () => {
    await story.setClock(new Date('2026-04-07T10:30:00Z'))
    await worker.goto('/dose-list')
    await worker.getByRole('button', { name: /^Record the injection ?: Moreau/ }).click()
    await worker.getByLabel('Product and lot, as on the label').fill('monthly, lot 4711')
    await worker.getByRole('button', { name: 'Record the dose' }).click()
    await expect(worker.getByText(/Depot: Covered. Due Tue 5 May 2026, window Tue 28 Apr to Tue 12 May/)).toBeVisible()
    await expect(worker.getByText(/^Given \d\d:\d\d BST, Sam Osei$/)).toBeVisible()
  })
})
