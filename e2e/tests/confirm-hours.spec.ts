import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

/** A pharmacy in a part of the country of its own, so that its Good Friday is nobody else's. */
async function aPharmacy({ owner }: JourneyStory, name: string): Promise<string> {
  const [areaId, id] = [newId(), newId()]
  const region = `J${id.slice(-6)}`
  await owner.query(`insert into area (id, country, name, holiday_region) values ($1, 'GB', 'Quayside', $2)`, [
    areaId,
    region,
  ])
  await owner.query(
    `insert into public_holiday (country, region, day, name) values ('GB', $1, '2026-04-03', 'Good Friday')`,
    [region],
  )
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives, phone)
     values ($1, $2, 'dosing-point', 'GB', $3, 'Europe/London', true, '{omt}', '01632 960777')`,
    [id, name, areaId],
  )
  for (const weekday of [1, 2, 3, 4, 5, 6])
    await owner.query(
      `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', $3, '09:30', '16:30')`,
      [newId(), id, weekday],
    )
  return id
}

test('one call per pharmacy: an administrator confirms Good Friday, and everybody’s strip changes', async ({
  story,
  northgateNurse: nurse,
  administrator,
}) => {
  const place = 'Quayside Pharmacy'
  const pharmacy = await aPharmacy(story, place)
  const one = await story.aCase({ familyName: 'Voss', givenNames: 'Nadja', releaseDate: '2026-04-02' })
  await story.owner.query(
    `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, rhythm_weekdays, titration, dosing_service_id)
     values ($1, $2, 'methadone', 'as written', 'daily', '{}', 'no', $3)`,
    [newId(), one.episodeId, pharmacy],
  )

  await nurse.goto('/releases')
  const notice = nurse.getByRole('heading', { name: /^Dosing hours not confirmed: \d+ places?, \d+ (person|people)$/ })
  await expect(notice).toBeVisible()
  await nurse.getByRole('link', { name: 'Ask and write down the answers' }).click()
  const asked = nurse.getByRole('listitem').filter({ hasText: `${place}: Good Friday` })
  await expect(asked.getByText('1 person of yours may need a dose there')).toBeVisible()
  await expect(asked.getByText('not confirmed, treated as closed')).toBeVisible()
  await expect(asked.getByRole('link', { name: /01632 960777/ })).toBeVisible()

  await nurse.goto(`/cases/${one.episodeId}/doses`)
  await expect(nurse.getByText(/Good Friday, hours not confirmed/).first()).toBeVisible()

  await administrator.goto('/hours-to-confirm')
  const question = administrator.getByRole('listitem').filter({ hasText: `${place}: Good Friday` })
  await question.getByRole('link', { name: 'Write down the answer' }).click()
  await question.getByRole('button', { name: 'Save the answer' }).click()
  await expect(administrator.getByText('Say whether doses are given that day.').first()).toBeVisible()
  await question.getByRole('radio', { name: 'Doses are given' }).check()
  await question.getByLabel('From when to when').fill('12-10')
  await question.getByLabel('Who said it').fill('Ines, on duty')
  await question.getByRole('button', { name: 'Save the answer' }).click()
  await expect(administrator.getByText('It ends before it begins.').first()).toBeVisible()
  await expect(question.getByLabel('Who said it')).toHaveValue('Ines, on duty')
  await expectAccessible(administrator, 'hours to confirm')
  await question.getByLabel('From when to when').fill('10-12.30')
  await question.getByRole('button', { name: 'Save the answer' }).click()
  await expect(administrator.getByText('Saved. It holds for everybody who goes there.')).toBeVisible()
  await expect(administrator.getByText(`${place}: Good Friday`)).toHaveCount(0)

  await nurse.reload()
  await expect(nurse.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(nurse.getByText(/Good Friday, hours not confirmed/)).toHaveCount(0)
  await nurse.goto('/hours-to-confirm')
  await expect(nurse.getByText(`${place}: Good Friday`)).toHaveCount(0)
})
