import { fillDay } from '../fields.ts'
import { expect, expectAccessible, expectInBothLooks, test } from '../people.ts'

test('A18: a case is opened in an emergency, read by whoever pressed alone, and reviewed by somebody else', async ({
  story,
  riversideWorker: worker,
  northgateNurse: nurse,
  regionManager: officer,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({ familyName: 'Quillon', givenNames: 'Idris', dateOfBirth: '1987-06-05' })
  const hidden = await story.aCase({ familyName: 'Quillon', givenNames: 'Nessa', dateOfBirth: '1991-02-03' })
  await story.owner.query(
    `update membership set grants = '{privacy-officer}' where role = 'manager' and service_id = (select id from service where name = 'North Region')`,
  )

  // The nurse restricts one of the two: nothing stands there already, and nobody but the circle finds the record.
  await nurse.goto(`/cases/${hidden.episodeId}/restriction`)
  await expectInBothLooks(nurse, 'a record that is not restricted', 'dark at a desk, light on a phone')
  await expect(nurse.locator('main input[type=radio]:checked')).toHaveCount(0)
  await nurse.getByRole('radio', { name: 'Somebody looks for them or threatens them' }).check()
  await fillDay(nurse, 'On which day is it looked at again?', '2026-06-01')
  await nurse.getByRole('button', { name: 'Restrict the record' }).click()
  await expect(nurse.getByText('This record is restricted', { exact: true })).toBeVisible()
  await expectAccessible(nurse, 'a restricted record')
  await nurse.screenshot({ path: test.info().outputPath('restricted.png'), fullPage: true })

  // Somebody without part looks for them, and comes to the emergency from there.
  await worker.goto('/persons')
  await worker.getByLabel('Name, number or date of birth').fill('quillon')
  await worker.getByRole('button', { name: 'Search' }).click()
  await worker.getByRole('link', { name: 'Emergency' }).click()
  await worker.waitForURL(/break-glass/)
  await expect(worker.locator('main input[type=radio]:checked')).toHaveCount(0)
  await worker.getByRole('button', { name: 'Break the glass' }).click()
  await expect(worker.getByText('Choose what makes it an emergency.').first()).toBeVisible()
  await expect(worker.getByText('Choose on what ground you look.').first()).toBeVisible()
  await expectAccessible(worker, 'an emergency without a reason')
  await expectInBothLooks(worker, 'an emergency look', 'dark at a desk, light on a phone')
  const press = async (givenNames: string, born: string) => {
    await worker.getByLabel('Family name').fill('Quillon')
    await worker.getByLabel('Given names').fill(givenNames)
    await fillDay(worker, 'Date of birth', born)
    await worker.getByRole('radio', { name: 'A life is at risk' }).check()
    await worker.getByRole('radio', { name: 'To protect a life' }).check()
    await worker.getByLabel('What happened?').fill('lies in our doorway and breathes slowly')
    await worker.getByRole('button', { name: 'Break the glass' }).click()
  }
  // The restricted record, and somebody who is not there: one answer.
  await press('Nessa', '1991-02-03')
  const nothing = worker.getByText('Nobody is known by exactly these names')
  await expect(nothing).toBeVisible()
  const answered = await nothing.textContent()
  await press('Nobody', '1991-02-03')
  await expect(nothing).toHaveText(answered ?? '')
  await press('Idris', '1987-06-05')
  await worker.getByRole('link', { name: 'Open the case' }).click()
  await worker.waitForURL(new RegExp(one.episodeId))
  await expect(worker.getByText('You are looking in an emergency')).toBeVisible()
  await expectAccessible(worker, 'a case in an emergency')
  await worker.screenshot({ path: test.info().outputPath('looking.png'), fullPage: true })

  // Three presses wait, the count is the list, and none of them says of whom it was.
  await officer.goto('/break-glass-reviews')
  await expect(officer.getByText('3 looks wait.')).toBeVisible()
  await expect(officer.getByRole('heading', { level: 3, name: 'Tom Vance, Riverside Recovery' })).toHaveCount(3)
  await expect(officer.getByText('Quillon')).toHaveCount(0)
  await expectInBothLooks(officer, 'looks that wait for review', 'dark at a desk, light on a phone')
  await officer.screenshot({ path: test.info().outputPath('reviews.png'), fullPage: true })
  await officer.getByRole('radio', { name: 'Justified', exact: true }).first().check()
  await officer.getByLabel('Why?').first().fill('an ambulance was called')
  await officer.getByRole('button', { name: 'Record the review' }).first().click()
  await expect(officer.getByText('2 looks wait.')).toBeVisible()
  await officer.getByRole('link', { name: 'Reviewed' }).click()
  await expect(officer.getByText('1 look was reviewed.')).toBeVisible()

  // After the hour the case is not there any more, on the page that stands open as well.
  await story.setClock(new Date('2026-03-26T10:01:00Z'))
  await worker.goto(`/cases/${one.episodeId}`)
  await expect(worker.getByText('You are looking in an emergency')).toHaveCount(0)
})
