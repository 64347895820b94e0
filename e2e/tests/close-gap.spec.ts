import { newId } from '@throughcare/db/uuid'
import { fillDay } from '../fields.ts'
import { expect, expectAccessible, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'

/** A pharmacy in an area of its own that doses every day, and is shut from Good Friday to Easter Monday 2026. */
async function aPharmacy({ owner }: JourneyStory): Promise<string> {
  const [areaId, id] = [newId(), newId()]
  await owner.query(`insert into area (id, country, name, holiday_region) values ($1, 'GB', 'Easterside', $2)`, [
    areaId,
    `E${id.slice(-6)}`,
  ])
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives, phone)
     values ($1, 'Harbour Pharmacy', 'dosing-point', 'GB', $2, 'Europe/London', true, '{omt}', '01632 960778')`,
    [id, areaId],
  )
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    await owner.query(
      `insert into service_hours (id, service_id, purpose, weekday, opens, closes) values ($1, $2, 'dosing', $3, '09:30', '16:30')`,
      [newId(), id, weekday],
    )
  await owner.query(
    `insert into service_closure (id, service_id, from_day, to_day, reason) values ($1, $2, '2026-04-03', '2026-04-06', 'Easter')`,
    [newId(), id],
  )
  return id
}

test('the Easter gap of 2026 is seen a week ahead, and closed by bridging', async ({
  story,
  northgateNurse: nurse,
}) => {
  const pharmacy = await aPharmacy(story)
  const one = await story.aCase({ familyName: 'Adair', givenNames: 'Moira', releaseDate: '2026-04-02' })
  await story.owner.query(
    `insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, rhythm_weekdays, titration,
       dosing_service_id, regime_confirmed_on, regime_confirmed_by)
     select $1, $2, 'methadone', 'as written', 'daily', '{}', 'no', $3, '2026-03-26', c.changed_by
     from release_date_change c where c.episode_id = $2`,
    [newId(), one.episodeId, pharmacy],
  )
  await story.owner.query(
    `insert into appointment (id, episode_id, area, service_id, at, status, recorded_at, recorded_by)
     select $1, $2, 'omt', $3, '2026-04-07T09:30:00Z', 'booked', app.now(), c.changed_by
     from release_date_change c where c.episode_id = $2`,
    [newId(), one.episodeId, pharmacy],
  )

  // Found: in the sentence, in the strip, and as what keeps the plan from ready.
  await nurse.goto(`/cases/${one.episodeId}`)
  await expect(nurse.getByText('Cover keeps this plan from ready')).toBeVisible()
  await nurse.getByRole('link', { name: 'Close the gap' }).click()
  await expect(nurse).toHaveURL(/\/doses$/)
  await expect(
    nurse.getByText(/Covered to Thu 2 Apr\. .*Uncovered Fri 3 Apr to Mon 6 Apr: Harbour Pharmacy is closed/),
  ).toBeVisible()
  await expect(nurse.getByText('Nothing is agreed against the gap yet.')).toBeVisible()
  const ways = nurse.getByRole('list', { name: 'Ways to close it, in the order in which to ask' })
  await expect(ways.getByRole('listitem').first()).toContainText('Depot before the release, if clinically agreed')
  const bridging = ways.getByRole('listitem').filter({ hasText: 'Bridging supply to a date' })
  await expect(bridging).toContainText('No day without cover would remain.')
  await expect(bridging).toContainText('Doses in the hand for Fri 3 Apr to Mon 6 Apr.')
  await expectAccessible(nurse, 'doses')

  // A way is agreed: by whom, by when.
  await bridging.getByText('Take this way').click()
  await bridging.getByRole('button', { name: 'Agree on this way' }).click()
  await expect(bridging.getByText('Say who does it.').first()).toBeVisible()
  await bridging.getByLabel('Who there does it?').fill('Dr Anne Weiss')

  // Later than its first day, the way is refused: once in the list, and at the field to which the list leads.
  await fillDay(nurse, 'By when?', '2026-04-05')
  const day = bridging.getByRole('group', { name: 'By when?' }).getByLabel('Day')
  const tooLate = 'Choose a day no later than the first day of this way: later it closes nothing.'
  for (const _again of [1, 2]) {
    await bridging.getByRole('button', { name: 'Agree on this way' }).click()
    await expect(day).toHaveAttribute('aria-invalid', 'true')
    await expect(day).toHaveAccessibleDescription(tooLate)
    await expect(bridging.getByRole('heading', { name: 'There is something to put right first' })).toBeFocused()
    await expect(bridging.getByRole('heading', { name: 'There is something to put right first' })).toHaveCount(1)
    await bridging.getByRole('link', { name: `By when?: ${tooLate}` }).click()
    await expect(day).toBeFocused()
  }
  await fillDay(nurse, 'By when?', '2026-04-01')
  await expect(bridging.getByText(tooLate)).toHaveCount(0)
  await expect(day).not.toHaveAttribute('aria-invalid')
  await bridging.getByRole('button', { name: 'Agree on this way' }).click()
  await expect(nurse.getByText('Cover does not keep this plan from ready')).toBeVisible()
  await expect(nurse.getByText('A way that leaves no day is agreed.')).toBeVisible()
  await expect(nurse.getByText('Dr Anne Weiss, HMP Northgate')).toBeVisible()

  // And done: the doses are planned for the gate, the strip shows them, and the plan ends by itself.
  await nurse.getByText('Plan take-home doses').click()
  await nurse.getByRole('button', { name: 'Plan these days' }).click()
  await expect(nurse.getByText('No day without cover in the two weeks from the release on.')).toBeVisible()
  await expect(nurse.getByText(/^Covered to Thu 16 Apr\./)).toBeVisible()
  await expect(
    nurse.getByRole('cell', { name: 'take-home dose planned for the gate, not handed over yet' }),
  ).toHaveCount(4)
  await nurse.getByText('What was agreed before').click()
  await expect(nurse.getByText(/Bridging supply to a date, Dr Anne Weiss, HMP Northgate: gap closed/)).toBeVisible()
  await expectAccessible(nurse, 'doses')
})
