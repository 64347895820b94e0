import { expect, expectAccessible, test } from '../people.ts'

test('released now: three presses at 16:30 on a Friday, and a wrong one taken back', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  // 2 April 2026 is the Thursday before Good Friday; the Friday before it is an ordinary one.
  const name = { familyName: 'Moreau', givenNames: 'Inès' }
  const one = await story.aCase({
    ...name,
    legalStatus: 'remand',
    releaseDate: null,
    items: [
      { area: 'omt', code: 'prescriber-named' },
      { area: 'housing', code: 'bed-tonight' },
    ],
  })
  await story.aTreatment(one, { dosing: 'harbour' })
  const other = await story.aCase({ ...name, dateOfBirth: '1991-02-03', legalStatus: 'remand', releaseDate: null })
  await story.setClock(new Date('2026-03-27T16:30:00Z'))

  await nurse.goto(`/cases/${one.episodeId}`)
  await nurse.getByText('Released now').first().click()
  await expect(nurse.getByRole('radio', { name: /^unplanned/ })).toBeChecked()
  await expect(nurse.getByLabel('Time at the gate')).toHaveValue('16:30')
  await nurse.getByRole('button', { name: 'Record the release' }).click()
  const asked = nurse.getByRole('dialog')
  await expect(asked.getByText('Moreau, Inès').first()).toBeVisible()
  await expect(asked.getByText(one.number)).toBeVisible()
  await expect(asked.getByText('Somebody else of this name is in this prison')).toBeVisible()
  await expect(asked.getByText(new RegExp(other.number))).toBeVisible()
  await expectAccessible(nurse, 'released now, asking who')
  await asked.getByRole('button', { name: 'Yes, this person is out' }).click()

  await nurse.waitForURL(/\/released$/)
  await expect(nurse.getByRole('heading', { name: 'Released: who has it now' })).toBeVisible()
  await expect(nurse.getByText(/2 services are open now/)).toBeVisible()
  await expect(nurse.getByText('Harbour Recovery').first()).toBeVisible()
  await expect(nurse.getByText('We are').first()).toBeVisible()
  await expectAccessible(nurse, 'released: who has it')
  await nurse.screenshot({ path: test.info().outputPath('released.png'), fullPage: true })

  await nurse.getByText('To Haven Housing').click()
  await expect(nurse.getByText(/This is HMP Northgate\. Moreau, Inès.*Housing/)).toBeVisible()
  await expect(nurse.getByText(/This is HMP Northgate\. Moreau, Inès.*Housing/)).not.toContainText(/dose/)

  await nurse.getByRole('link', { name: 'Print the page for the person' }).click()
  await expect(nurse.getByRole('heading', { name: 'This page is not finished' })).toBeVisible()
  await expect(nurse.getByText('The first appointment is not known yet.')).toBeVisible()
  await expect(nurse.getByText(/methadone|prison|HMP/i)).toHaveCount(0)
  // The last dosing hour of this Friday is over: Monday is said, not today.
  await expect(nurse.getByText(/First time open: Monday 30 March 2026, 09:30/)).toBeVisible()
  await expectAccessible(nurse, 'page to take along')
  await nurse.screenshot({ path: test.info().outputPath('sheet.png'), fullPage: true })

  await worker.goto('/inbox')
  await worker
    .getByRole('link', { name: /Moreau/ })
    .first()
    .click()
  await worker.waitForURL(/\/handoffs\//)
  await expect(worker.getByText(/emergency/i).first()).toBeVisible()

  await nurse.goto(`/cases/${one.episodeId}/released`)
  await nurse.getByText('Wrong press? Take it back').click()
  await nurse.getByRole('radio', { name: 'It was somebody else' }).check()
  await nurse.getByRole('button', { name: 'Take the release back' }).click()
  await expect(nurse.getByText('Taken back. 2 handoffs were revoked.')).toBeVisible()
  await expect(nurse.getByText(/Sam Osei, Harbour Recovery/)).toBeVisible()
  await expectAccessible(nurse, 'release taken back')

  await story.setClock(new Date('2026-03-27T16:35:00Z'))
  await nurse.goto(`/cases/${one.episodeId}`)
  await expect(nurse.getByText('Released now').first()).toBeVisible()
})
