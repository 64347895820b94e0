import { expect, expectAccessible, test } from '../people.ts'

test('the minimum pack of somebody on remand, and the morning that they go to court', async ({
  story,
  northgateNurse: nurse,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({ familyName: 'Quist', givenNames: 'Ola', legalStatus: 'remand', releaseDate: null })
  await story.aTreatment(one, { dosing: 'harbour' })

  await nurse.goto(`/cases/${one.episodeId}`)
  await expect(nurse.getByText('1 of 6 ready')).toBeVisible()
  await nurse.getByText('Record letter, prescriber and number').click()
  await nurse.getByRole('textbox', { name: 'Prescriber outside', exact: true }).fill('Dr Amadi')
  await nurse.getByRole('textbox', { name: 'The one number that the person carries' }).fill('+44 20 7946 0002')
  await nurse.getByRole('button', { name: 'Save the pack' }).click()
  await expect(nurse.getByText('3 of 6 ready')).toBeVisible()
  await expectAccessible(nurse, 'case with a minimum pack')
  await nurse.screenshot({ path: test.info().outputPath('case.png'), fullPage: true })

  await nurse.goto('/releases?list=could-leave-today')
  const row = nurse.getByRole('row').filter({ hasText: '3 of 6 ready' }).filter({ hasText: 'Quist' })
  await expect(
    row.getByText('Shown how to use the kit, A naloxone kit, A letter that says the treatment'),
  ).toBeVisible()
  await expectAccessible(nurse, 'could leave today, with packs')
  await nurse.screenshot({ path: test.info().outputPath('board.png'), fullPage: true })

  await nurse.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Going to court' }).click()
  const person = nurse.getByRole('row').filter({ hasText: 'Quist' })
  await person.getByText('Leaves for court').first().click()
  await person.getByRole('checkbox', { name: 'Kit in the hand' }).check()
  await person.getByRole('checkbox', { name: 'Last dose confirmed' }).check()
  await person.getByRole('button', { name: 'Leaves for court' }).click()
  await expect(person.getByText('At court since 09:00 GMT')).toBeVisible()
  await expect(person.getByText('Left without: the letter')).toBeVisible()
  await expectAccessible(nurse, 'going-to-court sheet')
  await nurse.screenshot({ path: test.info().outputPath('court.png'), fullPage: true })
  await nurse.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(nurse, 'going-to-court sheet on a phone')
  await nurse.screenshot({ path: test.info().outputPath('court-390.png'), fullPage: true })

  await person.getByRole('button', { name: 'Back from court: untick' }).click()
  await expect(person.getByText('At court since')).toHaveCount(0)
})
