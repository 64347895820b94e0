import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

/** A pharmacy in a part of the country of its own, so that its holidays are nobody else's. */
async function aPharmacy({ owner }: JourneyStory, name: string): Promise<{ id: string; region: string }> {
  const [areaId, id] = [newId(), newId()]
  const region = `H${id.slice(-6).toUpperCase()}`
  await owner.query(`insert into area (id, country, name, holiday_region) values ($1, 'GB', 'Northquay', $2)`, [
    areaId,
    region,
  ])
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
     values ($1, $2, 'dosing-point', 'GB', $3, 'Europe/London', true, '{omt}')`,
    [id, name, areaId],
  )
  for (const weekday of [1, 2, 3, 4, 5, 6])
    await owner.query(
      `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', $3, '09:30', '16:30')`,
      [newId(), id, weekday],
    )
  return { id, region }
}

test('an administrator adds a region’s holiday after looking at whom it touches, and the strip shows it', async ({
  story,
  northgateNurse: nurse,
  administrator,
}) => {
  test.setTimeout(120_000)
  const place = 'Northquay Pharmacy'
  const { id, region } = await aPharmacy(story, place)
  const one = await story.aCase({ familyName: 'Vance', givenNames: 'Nils', releaseDate: '2026-04-02' })
  await story.owner.query(
    `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, rhythm_weekdays, titration, dosing_service_id)
     values ($1, $2, 'methadone', 'as written', 'daily', '{}', 'no', $3)`,
    [newId(), one.episodeId, id],
  )
  await nurse.goto(`/cases/${one.episodeId}/doses`)
  await expect(nurse.getByText(/Founders’ Day/)).toHaveCount(0)

  await administrator.goto(`/holidays?place=GB-${region}&day=2026-04-08`)
  await expect(administrator.getByText(/is no public holiday here/)).toBeVisible()
  const touched = administrator.getByRole('row').filter({ hasText: place })
  await expect(touched.getByText(/doses on that weekday: a holiday closes it/)).toBeVisible()
  await expect(administrator.getByText('Fewer than five people are dosed at these places.')).toBeVisible()
  await administrator.getByRole('button', { name: 'Make it a public holiday' }).click()
  await expect(administrator.getByText('Say who decided so.').first()).toBeVisible()
  await administrator.getByLabel('What the holiday is called').fill('Founders’ Day')
  await administrator.getByLabel(/Who decided so/).fill('Council of 2 March')
  await administrator.getByRole('button', { name: 'Make it a public holiday' }).click()
  await expect(administrator.getByText(/is a public holiday here: Founders’ Day/)).toBeVisible()
  await expect(administrator.getByText(/entered by .*Council of 2 March/)).toBeVisible()
  await expectAccessible(administrator, 'a day that was made a holiday')

  await nurse.goto(`/cases/${one.episodeId}/doses`)
  await expect(nurse.getByText(/Founders’ Day, hours not confirmed/).first()).toBeVisible()

  await test.step('a second dose by one service is asked about, and recorded when it is meant', async () => {
    await nurse.getByRole('button', { name: 'Record the dose' }).click()
    await expect(nurse.getByText(/Supervised dose: Given, for Thu 26 Mar 2026/)).toHaveCount(1)
    await nurse.getByRole('button', { name: 'Record the dose' }).click()
    await expect(nurse.getByText(/is covered already by what this service recorded: a supervised dose/)).toBeVisible()
    await nurse.getByRole('checkbox', { name: /A second one was really given/ }).check()
    await expectAccessible(nurse, 'a second dose, asked about')
    await nurse.getByRole('button', { name: 'Record the dose' }).click()
    await expect(nurse.getByText(/Supervised dose: Given, for Thu 26 Mar 2026/)).toHaveCount(2)
  })
})
