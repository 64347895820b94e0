import { expect, expectAccessible, test } from '../people.ts'

test('a release on a Friday: asked, proposed with its source, moved by a press and never by itself', async ({
  story,
  northgateNurse: nurse,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({ familyName: 'Abara', givenNames: 'Kit', releaseDate: '2026-04-10' })
  await nurse.goto(`/cases/${one.episodeId}`)
  await expect(nurse.getByText(/use the local protocol/)).toBeVisible()

  await story.owner.query(`update area set holiday_region = 'ENG'`)
  try {
    await nurse.goto(`/cases/${one.episodeId}`)
    await expect(nurse.getByText('This is a Friday: doors are shut for the next two days.')).toBeVisible()
    for (const question of ['Released on home', 'Indeterminate', 'Release at the Parole', 'Fewer than 28'])
      await nurse
        .getByRole('radiogroup', { name: new RegExp(question) })
        .getByText('no', { exact: true })
        .click()
    await nurse.getByRole('button', { name: 'Save the answers' }).click()
    await expect(nurse.getByText(/It may be brought forward to Thursday 9 April 2026/)).toBeVisible()
    await expect(nurse.getByText('Fri 10 Apr 2026, confirmed')).toBeVisible()
    await expectAccessible(nurse, 'case with a proposed day')
    await nurse.screenshot({ path: test.info().outputPath('proposed.png'), fullPage: true })

    await nurse.getByRole('button', { name: 'Move the date to Thu 9 Apr 2026' }).click()
    await expect(nurse.getByText('Thu 9 Apr 2026, confirmed')).toBeVisible()
  } finally {
    await story.owner.query(`update area set holiday_region = ''`)
  }
})
