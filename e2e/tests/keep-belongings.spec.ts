import type { Page } from '@playwright/test'
import { DESK, expect, expectAccessible, PHONE, test } from '../people.ts'

/** The form whose first field is this one; every form of a page has its own. */
const formOf = (page: Page, field: string) => page.locator('form').filter({ has: page.locator(`#${field}`) })

async function typeDay(page: Page, field: string, [day, month, year]: readonly [string, string, string]) {
  const group = page.locator('fieldset').filter({ has: page.locator(`#${field}`) })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

for (const viewport of [DESK, PHONE])
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport })

    test('a couple with belongings in store: barriers, the letter they ask for, home, things, treatment together', async ({
      story,
      northgateNurse: nurse,
      havenWorker: worker,
      northgateManager: manager,
    }) => {
      const one = await story.aCase({ familyName: 'Rook', givenNames: 'Elin', admittedOn: '2025-11-03' })
      await story.aTreatment(one, { dosing: 'harbour' })
      await story.aHandoff(one, { area: 'housing', to: 'haven', status: 'accepted', worker: 'havenWorker' })

      // What stands in the way: the programme takes no couples, and wants two years proved.
      await nurse.goto(`/cases/${one.episodeId}/barriers`)
      const barrier = formOf(nurse, 'barrier-new-area')
      await barrier.getByLabel('What stands in the way').selectOption({ label: 'Takes no couples' })
      await barrier.getByLabel('What it keeps the person from').selectOption({ label: 'Opioid maintenance treatment' })
      await barrier.getByRole('radio', { name: 'A service' }).check()
      await barrier.getByLabel('Programme or service').selectOption({ label: 'Harbour Recovery' })
      await barrier.getByRole('button', { name: 'Save the barrier' }).click()
      await expect(barrier.getByText('That a programme takes no couples is partner information').first()).toBeVisible()
      await barrier.getByLabel('What it keeps the person from').selectOption({ label: 'Partner' })
      await typeDay(nurse, 'barrier-new-since', ['16', '3', '2026'])
      await barrier.getByRole('button', { name: 'Save the barrier' }).click()
      await expect(nurse.getByRole('heading', { name: 'Takes no couples' })).toBeVisible()
      await expect(nurse.getByText('10 days lost')).toBeVisible()
      await expect(nurse.locator('body')).not.toContainText(/go in alone|one of them first|separately/i)

      await barrier.getByLabel('What stands in the way').selectOption({ label: 'A history of use must be proved' })
      await barrier.getByLabel('What it keeps the person from').selectOption({ label: 'Opioid maintenance treatment' })
      await barrier.getByRole('radio', { name: 'A service' }).check()
      await barrier.getByRole('button', { name: 'Save the barrier' }).click()
      await expect(
        nurse.getByText('The barriers that stand ask for: History of opioid maintenance treatment.'),
      ).toBeVisible()

      // One press makes the letter; it says what is recorded, and carries its hash.
      await nurse.getByRole('button', { name: 'Make the letters' }).click()
      await nurse.getByRole('link', { name: 'History of opioid maintenance treatment' }).click()
      await expect(nurse.getByText(/From the record of HMP Northgate, as of/)).toBeVisible()
      await expect(nurse.getByText('Elin Rook')).toBeVisible()
      await expect(
        nurse.getByText(/Carries: .+ Other kinds of information are not included, whether or not they exist\./),
      ).toBeVisible()
      await expect(nurse.getByText(/Content hash \(SHA-256\): [0-9a-f]{64}/)).toBeVisible()
      await expectAccessible(nurse, 'a letter')

      // Home and things.
      await nurse.goto(`/cases/${one.episodeId}/circumstances`)
      await nurse.getByText('Record belongings').click()
      const things = formOf(nurse, 'belongings-new-inventory')
      await things.getByLabel('What there is').fill('Two bags and a guitar')
      await things.getByLabel('Where it is').fill('Store of the hostel, Quay Street')
      await typeDay(nurse, 'belongings-new-keepUntil', ['29', '3', '2026'])
      await things.getByLabel('Who else may collect it').fill('partner Ola')
      await things.getByRole('button', { name: 'Save the belongings' }).click()
      await expect(nurse.getByRole('heading', { name: 'Two bags and a guitar' })).toBeVisible()
      // A second press would not record them twice: the form is empty for the next thing.
      for (const label of ['What there is', 'Where it is', 'Who else may collect it'])
        await expect(things.getByLabel(label)).toHaveValue('')
      await expect(nurse.getByText('3 days left', { exact: true })).toBeVisible()
      await expect(nurse.getByText('Belongings in store: 3 days left')).toBeVisible()
      await expect(
        nurse.getByText(/Help with housing costs: by the rule at the longest until .*3 May 2026/),
      ).toBeVisible()

      await nurse.getByText('Say it for: First night').click()
      const night = formOf(nurse, 'place-first-night-kind')
      await night.getByLabel('What kind of place').selectOption({ label: 'Hostel' })
      await night.getByLabel('Address').fill('3 Quay Street')
      await night.getByRole('radio', { name: 'Confirmed' }).check()
      await night.getByRole('button', { name: 'Save the place' }).click()
      await expect(night.getByText('Say who said yes.').first()).toBeVisible()
      await night.getByLabel('Who said yes').fill('Karl at Haven')
      await night.getByRole('button', { name: 'Save the place' }).click()
      await expect(nurse.getByText('Karl at Haven said yes')).toBeVisible()
      await expect(nurse.getByText('Where medicine can lie safely, or another way of collecting it')).toBeVisible()

      // The letter that keeps the home: to the landlord, and neither where the person is nor why.
      await nurse.getByText('Record a home, benefit or job to keep').click()
      const home = formOf(nurse, 'kept-new-kind')
      await home.getByLabel('What is kept').selectOption({ label: 'Tenancy' })
      await home.getByLabel('With whom').fill('Quay Street Homes')
      await typeDay(nurse, 'kept-new-until', ['31', '5', '2026'])
      await home.getByLabel('What the letter asks for').fill('My sister waters the plants.')
      await home.getByRole('button', { name: 'Save' }).click()
      await nurse.getByRole('link', { name: 'Letter to print' }).click()
      await expect(nurse.getByRole('heading', { name: 'About my home' })).toBeVisible()
      const letter = nurse.getByRole('main')
      for (const said of ['To Quay Street Homes', 'I ask for this until', '31 May 2026', 'plants', 'Elin Rook'])
        await expect(letter).toContainText(said)
      await expect(letter).not.toContainText(/prison|custody|HMP|Northgate|methadone/i)
      await expectAccessible(nurse, 'a letter that keeps a home')
      await nurse.getByRole('link', { name: 'Back to what is kept' }).click()

      // Treatment away for both: ready only with what comes after it.
      await nurse.getByText('Record a referral').click()
      const away = formOf(nurse, 'away-new-place')
      await away.getByLabel('Programme').fill('House by the sea')
      await away.getByRole('radio', { name: 'Offered' }).check()
      await typeDay(nurse, 'away-new-admissionOn', ['3', '4', '2026'])
      await away.getByRole('radio', { name: 'Goes together with a partner' }).check()
      await away.getByRole('button', { name: 'Save the referral' }).click()
      await expect(nurse.getByText('Not ready yet')).toBeVisible()
      await expect(nurse.getByText('No home afterwards is named')).toBeVisible()
      await expectAccessible(nurse, 'home and belongings')

      // The housing service reads homes and things; barriers of the partner and the treatment away are not there for it.
      await worker.goto(`/cases/${one.episodeId}/circumstances`)
      await expect(worker.getByRole('heading', { name: 'Two bags and a guitar' })).toBeVisible()
      await expect(worker.getByText('House by the sea')).toHaveCount(0)
      await worker.getByText('Change, or say what became of them').click()
      const collected = worker.locator('form').filter({ hasText: 'Who else may collect it' }).first()
      await collected.getByRole('radio', { name: 'Collected' }).check()
      await collected.getByRole('button', { name: 'Save the belongings' }).click()
      await expect(worker.getByText('3 days left')).toHaveCount(0)
      await worker.goto(`/cases/${one.episodeId}/barriers`)
      await expect(worker.getByText('No barrier is recorded')).toBeVisible()

      // Managers read counts, and no small ones.
      await manager.goto('/continuity/barriers')
      await expect(manager.getByText('Counts from 1 to 4 are not shown')).toBeVisible()
      await expect(manager.getByText('Rook')).toHaveCount(0)
    })
  })
