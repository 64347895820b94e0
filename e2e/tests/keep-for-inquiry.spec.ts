import { expect, expectAccessible, test } from '../people.ts'

test('a privacy officer keeps a record for an inquest, reads that it stands, and lets go of it', async ({
  story,
  northgateManager: officer,
}) => {
  const { episodeId } = await story.aCase({ familyName: 'Halloran', givenNames: 'Dai' })
  await story.owner.query(
    `update membership m set grants = '{privacy-officer}' from account a where a.id = m.account_id and a.display_name = 'Grace Adeyemi'`,
  )
  await officer.goto(`/cases/${episodeId}`)
  await officer.getByRole('link', { name: 'Ask about the record' }).first().click()
  await expect(officer.getByText('Nothing keeps these records beyond their time.')).toBeVisible()
  await expect(officer.getByRole('button', { name: 'Record the request' })).toHaveCount(0)

  await officer.getByRole('button', { name: 'Keep these records' }).click()
  const why = officer.getByLabel('Why', { exact: true })
  await expect(why).toHaveAccessibleDescription(/./)
  await why.fill('Inquest 14 of 2026')
  await officer.getByRole('button', { name: 'Keep these records' }).click()
  await expect(officer.getByText(/Kept since .* by Grace Adeyemi: Inquest 14 of 2026/)).toBeVisible()
  await expectAccessible(officer, 'a record that is kept for an inquiry')

  await why.fill('The coroner has closed it')
  await officer.getByRole('button', { name: 'Let go of them again' }).click()
  await expect(officer.getByText('They are no longer kept.')).toBeVisible()
  await expect(officer.getByText('Nothing keeps these records beyond their time.')).toBeVisible()
})
