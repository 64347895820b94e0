import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, test } from '../people.ts'

test('a service is kept up: details, two timetables, closed days and a single day, with what was typed kept', async ({
  story,
  administrator: admin,
  havenWorker: colleague,
}) => {
  const id = newId()
  await story.owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, can_dose, receives)
     select $1, 'Pier Pharmacy', 'dosing-point', 'GB', area_id, 'Europe/London', true, '{omt}' from service where id = $2`,
    [id, story.services.millLane],
  )
  await admin.goto(`/services/${id}`)
  await admin.getByRole('link', { name: 'Change the details' }).click()
  await admin.getByLabel('Phone').fill('ask Colin')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Type a telephone number.').first()).toBeVisible()
  await expect(admin.getByLabel('Phone')).toHaveValue('ask Colin')
  await admin.getByLabel('Phone').fill('01632 960808')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('01632 960808')).toBeVisible()

  await admin.getByRole('link', { name: 'Change the hours' }).click()
  const dosing = admin.getByRole('group', { name: 'Doses given' })
  await expectAccessible(admin, 'hours of a service')
  await dosing.getByLabel('Nobody has told us these hours').uncheck()
  await dosing.getByLabel('Monday').fill('17-9')
  await dosing.getByLabel('Tuesday').fill('9-12, 11-13')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(dosing.getByText('It ends before it begins.')).toBeVisible()
  await expect(dosing.getByText('Two of these spans overlap.')).toBeVisible()
  await dosing.getByLabel('Monday').fill('9-12.30, 13-17')
  await dosing.getByLabel('Tuesday').fill('')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('cell', { name: '09:00–12:30, 13:00–17:00' })).toBeVisible()

  await admin.getByText('Enter closed days').click()
  const first = admin.getByRole('group', { name: 'First closed day' })
  await first.getByLabel('Day').fill('3')
  await first.getByLabel('Month').fill('4')
  await first.getByLabel('Year').fill('2026')
  await admin.getByLabel('Why').fill('staff day')
  await admin.getByRole('button', { name: 'Enter them' }).click()
  const open = admin.getByRole('button', { name: 'Open after all: Fri 3 Apr 2026' })
  await expect(open).toBeVisible()
  await colleague.goto(`/services/${id}`)
  await expect(colleague.getByText('staff day')).toBeVisible()
  await expect(colleague.getByRole('link', { name: 'Change the hours' })).toHaveCount(0)
  await colleague.goto(`/services/${id}/hours`)
  await expect(colleague.getByRole('heading', { name: 'This page is not open to your role' })).toBeVisible()
  await open.click()
  await expect(admin.getByText('Closed days taken back')).toBeVisible()
  await expect(open).toHaveCount(0)

  await admin.getByText('Enter what they said about a day').click()
  const day = admin.getByRole('group', { name: 'Day', exact: true })
  await day.getByLabel('Day').fill('6')
  await day.getByLabel('Month').fill('4')
  await day.getByLabel('Year').fill('2026')
  await admin.getByRole('radio', { name: 'Doses are given' }).check()
  await admin.getByLabel('From when to when').fill('10-11')
  await admin.getByLabel('Who said it').fill('Colin')
  await admin.getByRole('button', { name: 'Save the answer' }).click()
  await expect(admin.getByText('doses 10:00–11:00')).toBeVisible()
  await expectAccessible(admin, 'a service')
})
