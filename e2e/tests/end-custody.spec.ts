import { fillDay } from '../fields.ts'
import { expect, expectAccessible, expectInBothLooks, test } from '../people.ts'

const PHONE = { width: 390, height: 844 }

test('somebody died: work stops, nobody calls, a second person confirms, and a wrong press is taken back', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  const one = await story.aCase({
    familyName: 'Lindqvist',
    givenNames: 'Jonas',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T07:00:00Z'),
    items: [{ area: 'omt', code: 'prescriber-named' }],
  })
  await story.aTreatment(one, { dosing: 'harbour' })
  await story.aHandoff(one, { area: 'omt', status: 'accepted', worker: 'harbourWorker' })
  const at = (part = '') => `/cases/${one.episodeId}${part}`

  // The caseworker learns of it, on a phone.
  await worker.setViewportSize(PHONE)
  await worker.goto(at('/first-48-hours'))
  await worker.getByRole('link', { name: /Something else happened: death/ }).click()
  await worker.waitForURL(/\/happened$/)
  await expect(worker.getByRole('radio', { name: 'In hospital' })).toHaveCount(0)
  await worker.getByRole('radio', { name: 'The person died' }).check()
  await worker.getByLabel('Time, as far as is known').fill('08:15')
  await worker.getByRole('button', { name: 'Record it' }).click()
  await expect(worker.getByText('Lindqvist, Jonas died. Do not call, write or visit.')).toBeVisible()
  await expect(worker.getByRole('button', { name: 'Confirm the death' })).toHaveCount(0)
  await expectInBothLooks(worker, 'something else happened', 'dark at a desk, light on a phone')
  await worker.screenshot({ path: test.info().outputPath('happened.png'), fullPage: true })
  await worker.goto('/inbox?tab=acknowledged')
  await expect(worker.getByText('Lindqvist, Jonas died. Do not call, write or visit.')).toBeVisible()
  await expect(worker.getByText(/Not yet confirmed by a second person/)).toBeVisible()
  await expect(worker.getByRole('link', { name: 'Lindqvist, Jonas', exact: true })).toHaveCount(0)
  await expectAccessible(worker, 'inbox with a stop notice')

  // The prison reads it, and confirms.
  await nurse.goto(at())
  await expect(nurse.getByText('Lindqvist, Jonas died. Do not call, write or visit.')).toBeVisible()
  await expect(nurse.getByText('Released now')).toHaveCount(0)
  await expectAccessible(nurse, 'a closed case')
  await nurse.screenshot({ path: test.info().outputPath('closed.png'), fullPage: true })
  await nurse.goto(at('/happened'))
  await nurse.getByRole('button', { name: 'Confirm the death' }).click()
  await expect(nurse.getByText(/^Confirmed by/)).toBeVisible()

  // It was somebody else of that name.
  await nurse.getByText('Wrong? Take it back').click()
  await nurse.getByRole('radio', { name: 'It was somebody else' }).check()
  await nurse.getByRole('button', { name: 'Take it back' }).click()
  await expect(nurse.getByText(/^Taken back by/)).toBeVisible()
  await worker.goto('/inbox?tab=acknowledged')
  await expect(worker.getByText(/Do not call, write or visit/)).toHaveCount(0)
  await expect(worker.getByRole('link', { name: 'Lindqvist, Jonas', exact: true })).toBeVisible()
})

test('moved with what was sent, and back inside in another prison than the one that let the person go', async ({
  story,
  northgateNurse: nurse,
  eastfieldNurse: other,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  const moved = await story.aCase({ familyName: 'Vance', givenNames: 'Mira', legalStatus: 'remand', releaseDate: null })
  const handoffId = await story.aHandoff(moved, { area: 'omt' })

  // On a phone the board leads to the case.
  await nurse.setViewportSize(PHONE)
  await nurse.goto('/releases?list=could-leave-today')
  await nurse.screenshot({ path: test.info().outputPath('board-phone.png'), fullPage: true })
  await nurse.getByRole('link', { name: 'Vance, Mira' }).first().click()
  await nurse.waitForURL(new RegExp(`/cases/${moved.episodeId}$`))
  await nurse.getByText('Moved to another prison').click()
  await nurse.getByLabel('To which prison?').selectOption({ label: 'HMP Eastfield' })
  await nurse.getByRole('button', { name: 'Record the move' }).click()
  await expect(nurse.getByText('HMP Eastfield').first()).toBeVisible()
  await worker.goto(`/handoffs/${handoffId}`)
  await expect(worker.getByText(/The person was moved to HMP Eastfield/)).toBeVisible()
  await expectAccessible(worker, 'a handoff whose sender moved')
  await other.goto('/handoffs?tab=waiting')
  await expect(other.getByText(/Vance, Mira/).first()).toBeVisible()

  // Back inside, elsewhere.
  const back = await story.aCase({
    familyName: 'Iversen',
    givenNames: 'Tor',
    releaseDate: '2026-03-24',
    releasedAt: new Date('2026-03-24T08:00:00Z'),
  })
  await story.aHandoff(back, { area: 'omt', status: 'accepted' })
  const treatmentId = await story.aTreatment(back, { dosing: 'harbour' })
  await story.aDose(back, { treatmentId, givenAt: new Date('2026-03-25T09:30:00Z'), at: 'harbour' })
  await other.goto('/persons')
  await other.getByRole('link', { name: 'Back inside from another prison' }).click()
  await other.getByLabel('A prison number that they had').fill('X0000XX')
  await other.getByLabel('Family name').fill('Iversen')
  await fillDay(other, 'Date of birth', '1984-04-28')
  await fillDay(other, 'Back inside since', '2026-03-26')
  await other.getByRole('button', { name: 'Take in' }).click()
  await expect(other.getByText('Nobody fits')).toBeVisible()
  await expectInBothLooks(other, 'nobody fits', 'light at a desk, dark at 400 %')
  await other.getByLabel('A prison number that they had').fill(back.number)
  await other.getByRole('button', { name: 'Take in' }).click()
  await other.waitForURL(/\/cases\//)
  await expect(other.getByText('Last dose outside')).toBeVisible()
  await expect(other.getByText(/Methadone.*Harbour Recovery/)).toBeVisible()
  await other.screenshot({ path: test.info().outputPath('back-inside.png'), fullPage: true })
})
