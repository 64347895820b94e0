import { expect, expectAccessible, test } from '../people.ts'

test('a dose corrected to “declined” is nowhere called given, and the first entry stays', async ({
  story,
  harbourWorker: worker,
}) => {
  const one = await story.aCase({
    familyName: 'Amsel',
    givenNames: 'Rike',
    releaseDate: '2026-03-24',
    releasedAt: new Date('2026-03-24T09:00:00Z'),
  })
  const treatmentId = await story.aTreatment(one, { dosing: 'harbour' })
  await story.aHandoff(one, { area: 'omt', status: 'accepted' })
  await story.aDose(one, { treatmentId, givenAt: new Date('2026-03-24T14:00:00Z') })

  await worker.goto(`/cases/${one.episodeId}/doses`)
  const entries = worker.getByRole('list', { name: 'Entries about doses, the last first' })
  await expect(entries.getByText('given Tue 24 Mar 2026, 14:00 GMT')).toBeVisible()
  await entries.getByText('Correct this entry').click()
  await expect(entries.getByLabel('Time it was given')).toBeVisible()
  await entries.getByLabel('What became of it').selectOption('Declined by the person')
  await expect(entries.getByLabel('Time it was given')).toHaveCount(0)
  await expect(entries.getByLabel('Time', { exact: true })).toHaveValue('14:00')
  await entries.getByLabel('Why', { exact: true }).fill('Read the wrong line')
  await entries.getByRole('button', { name: 'Save the correction' }).click()

  await expect(worker.getByText('Supervised dose: Declined by the person, for Tue 24 Mar 2026')).toBeVisible()
  await expect(entries.getByText('given Tue 24 Mar 2026, 14:00 GMT')).toHaveCount(1)
  await expectAccessible(worker, 'a corrected dose')
})
