import type { Page } from '@playwright/test'
import { fillDay } from '../fields.ts'
import { expect, expectAccessible, test } from '../people.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function saysYes(page: Page): Promise<void> {
  await page.getByLabel('Seen alone: nobody else was in the room or on the line').check()
  await page.getByRole('radio', { name: 'Yes, together' }).check()
  await press(page, 'Record what was said')
  await expect(page.getByRole('heading', { name: 'Who the partner is' })).toBeVisible()
}

async function names(page: Page, family: string, given: string, born: string): Promise<void> {
  await page.getByLabel('Family name').fill(family)
  await page.getByLabel('Given names').fill(given)
  await fillDay(page, 'Date of birth', born)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByText('By name and date of birth,')).toBeVisible()
}

const part = (page: Page, heading: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: heading }) })

async function startsOn(page: Page, [day, month]: readonly [string, string], shown: RegExp): Promise<void> {
  const start = part(page, 'This person’s first day of treatment').getByRole('group', { name: 'Day' })
  await start.getByLabel('Day').fill(day)
  await start.getByLabel('Month').fill(month)
  await start.getByLabel('Year').fill('2026')
  await press(page, 'Record the day')
  await expect(part(page, 'First day of treatment').getByText(shown).first()).toBeVisible()
}

test('A16: two partners in two prisons, each asked alone, are linked overnight and referred; one leaves and the other is not told', async ({
  story,
  northgateNurse: nurse,
  eastfieldNurse: colleague,
  harbourWorker: worker,
}) => {
  await story.owner.query(
    `update membership m set grants = '{may-see-couples}' from account a where a.id = m.account_id
       and m.role in ('prison-health', 'caseworker') and a.display_name in ('Nora Lindqvist', 'Ivo Marek', 'Sam Osei')`,
  )
  // Another story may have lived through the same nights.
  await story.owner.query('delete from partner_run')
  const a = await story.aCase({ familyName: 'Vangen', givenNames: 'Nils', dateOfBirth: '1984-04-28' })
  const b = await story.aCase({
    prison: 'eastfield',
    familyName: 'Bruun',
    givenNames: 'Eva',
    dateOfBirth: '1986-02-11',
    releaseDate: '2026-04-09',
  })

  // Each alone, by the health staff of their own prison. Without "alone" nothing is recorded.
  await nurse.goto(`/cases/${a.episodeId}/partner`)
  await expect(nurse).toHaveTitle(/^Partner/)
  await expect(nurse.getByText('Nobody has asked yet.')).toBeVisible()
  await nurse.getByRole('radio', { name: 'Yes, together' }).check()
  await press(nurse, 'Record what was said')
  await expect(nurse.getByRole('link', { name: /Ask alone. Without that nothing is recorded/ })).toBeVisible()
  await saysYes(nurse)
  await names(nurse, 'Bruun', 'Eva', '1986-02-11')
  await colleague.goto(`/cases/${b.episodeId}/partner`)
  await saysYes(colleague)
  await names(colleague, 'Vangen', 'Nils', '1984-04-28')
  for (const page of [nurse, colleague]) await expect(page.getByText('Not available', { exact: true })).toBeVisible()

  // Overnight, and on both sides alike.
  const afterNight = async (at: string, page: Page, text: string | RegExp) => {
    await story.setClock(new Date(at))
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(text).first()).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 60_000 })
  }
  await afterNight('2026-03-27T04:00:01Z', nurse, 'Both said yes, each alone, and named each other.')
  await colleague.reload()
  await expect(colleague.getByText('Linked', { exact: true })).toBeVisible()
  for (const [page, other] of [
    [nurse, 'Bruun'],
    [colleague, 'Vangen'],
  ] as const)
    await expect(page.locator('main')).not.toContainText(other)

  // Referred together: each prison hands the partner area of its own case over, and the two first days stand side by side.
  await startsOn(nurse, ['2', '4'], /2 Apr/)
  await startsOn(colleague, ['12', '4'], /12 Apr/)
  const meet = part(nurse, 'A time for both')
  await meet.getByLabel('Where').selectOption({ label: 'Harbour Recovery' })
  const day = meet.getByRole('group', { name: 'Day' })
  await day.getByLabel('Day').fill('14')
  await day.getByLabel('Month').fill('4')
  await day.getByLabel('Year').fill('2026')
  await meet.getByLabel('Time').fill('10:00')
  await press(nurse, 'Book for both')
  await expect(nurse.getByText(/Harbour Recovery, for both/)).toBeVisible()
  await story.aHandoff(a, { area: 'partner', status: 'accepted' })
  await story.aHandoff(b, { from: 'eastfield', area: 'partner', status: 'accepted' })
  await afterNight('2026-03-28T04:00:01Z', colleague, /Harbour Recovery, for both/)
  await nurse.reload()
  await expect(nurse.getByText('More than 7 days apart.')).toBeVisible()
  await expect(nurse.getByText('10 days apart')).toBeVisible()
  await expect(nurse.getByRole('link', { name: 'Harbour Recovery' })).toBeVisible()
  await expectAccessible(nurse, 'the page of one side of a link')

  // The worker who has both sees each on its own page.
  await worker.goto(`/cases/${b.episodeId}/partner`)
  await expect(worker.getByText('Linked', { exact: true })).toBeVisible()
  await expect(worker.locator('main')).not.toContainText('Vangen')

  // One leaves, alone, with the next ordinary changes. The other side reads the same as before, until the night.
  const before = await nurse.locator('main').textContent()
  await worker.getByLabel('Seen alone: nobody else was in the room or on the line').check()
  await worker.getByRole('radio', { name: 'Took it back' }).check()
  await worker.getByRole('radio', { name: /With the next ordinary changes/ }).check()
  await press(worker, 'Record what was said')
  await expect(worker.getByText('Not available', { exact: true })).toBeVisible()
  await nurse.reload()
  expect(await nurse.locator('main').textContent()).toBe(before)
  await afterNight('2026-03-29T04:00:01Z', nurse, 'Not available')
  await expect(nurse.getByText(/Harbour Recovery, for this person alone/)).toBeVisible()
  await expect(nurse.getByText('10 days apart')).toBeHidden()
  await worker.reload()
  await expect(worker.getByText(/Harbour Recovery, called off/)).toBeVisible()
})

test('U21: without the grant the page is not there, nor a way to it', async ({
  story,
  northgateSecondNurse: nurse,
}) => {
  const one = await story.aCase({ familyName: 'Okafor' })
  await nurse.goto(`/cases/${one.episodeId}/what-helps`)
  await expect(nurse.getByRole('navigation', { name: 'The person’s side' })).toBeVisible()
  await expect(nurse.getByRole('link', { name: 'Partner', exact: true })).toHaveCount(0)
  await nurse.goto(`/cases/${one.episodeId}/partner`)
  await expect(nurse.getByRole('heading', { name: 'Partner' })).toHaveCount(0)
})
