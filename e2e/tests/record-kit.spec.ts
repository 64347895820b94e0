import type { Locator } from '@playwright/test'
import { expect, expectAccessible, test } from '../people.ts'

/** Types a day and a time into the fields of a kit. */
async function at(form: Locator, what: string, [day, month, year]: readonly [string, string, string]) {
  const group = form.getByRole('group', { name: what })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

test('a naloxone kit: handed over, used, replaced, with its alerts in words', async ({
  story,
  northgateNurse: nurse,
}) => {
  const one = await story.aCase({
    familyName: 'Sand',
    givenNames: 'Maja',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T07:00:00Z'),
    items: [{ area: 'naloxone', code: 'naloxone-hand-over-kit' }],
  })
  await nurse.goto(`/cases/${one.episodeId}`)
  await expect(nurse.getByText('The person went out without a naloxone kit.')).toBeVisible()

  await nurse.getByText('Record a kit').click()
  const form = nurse.locator('form').filter({ hasText: 'Where the kit is now' })
  await form.getByRole('radio', { name: 'Handed over' }).check()
  await at(form, 'Handed over on', ['26', '3', '2026'])
  await form.getByLabel('Time it was handed over').fill('06:30')
  await form.getByLabel('Product, as on the box').fill('nasal spray')
  await at(form, 'Expiry date printed on the kit', ['20', '4', '2026'])
  await form.getByRole('button', { name: 'Save the kit' }).click()
  await expect(nurse.getByText('A kit expires on 20 Apr 2026, within 30 days.')).toBeVisible()
  await expect(nurse.getByText('The person went out without a naloxone kit.')).toHaveCount(0)

  const change = nurse.getByText('Change the kit')
  if ((await nurse.locator('details').filter({ has: change }).getAttribute('open')) === null) await change.click()
  await form.getByRole('radio', { name: 'Used' }).check()
  await at(form, 'Used or lost on', ['26', '3', '2026'])
  await form.getByLabel('Time it was used or lost').fill('08:00')
  await form.getByRole('button', { name: 'Save the kit' }).click()
  await expect(form.getByText('Say what came of it, or that it is not known.').first()).toBeVisible()
  await expect(form.getByLabel('Time it was used or lost')).toHaveValue('08:00')
  await form.getByRole('radio', { name: 'Came round', exact: true }).check()
  await form.getByLabel('Doses given').fill('2')
  await form.getByRole('button', { name: 'Save the kit' }).click()
  await expect(nurse.getByText(/A kit was used or lost: replace it by Fri 27 Mar 2026, 08:00/)).toBeVisible()
  await expectAccessible(nurse, 'kits of a case')

  await story.setClock(new Date('2026-03-27T09:00:00Z'))
  await nurse.reload()
  await expect(nurse.getByText(/should have been replaced by Fri 27 Mar 2026, 08:00/)).toBeVisible()
  await nurse.goto(`/cases/${one.episodeId}/first-48-hours`)
  await expect(nurse.getByText('A naloxone kit was used or lost and has not been replaced')).toBeVisible()

  await nurse.goto(`/cases/${one.episodeId}`)
  await nurse.getByText('Change the kit').click()
  await nurse.getByLabel('Which kit').selectOption({ label: 'A new kit' })
  await form.getByRole('radio', { name: 'Handed over' }).check()
  await form.getByLabel('In the place of').selectOption({ index: 1 })
  await form.getByRole('button', { name: 'Save the kit' }).click()
  await expect(nurse.getByText('in the place of: Kit 1, for the person')).toBeVisible()
  await expect(nurse.getByText(/should have been replaced/)).toHaveCount(0)
})
