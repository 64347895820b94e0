import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, openBrowser, PHONE, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'
import { PASSWORD } from '../world.ts'

/** Three weeks after Easter: the prison still sees the cases of those who left before Good Friday, 3 April 2026. */
const LATER = new Date('2026-04-20T09:00:00Z')
/** Everybody who left in April has had the 48 hours, and the day that is waited for. */
const OVER = new Date('2026-05-04T09:00:00Z')
/** Thirteen months in which all of twelve were dosed the day after, and then eight of twenty who left on 1 April. */
const MONTHS = 13

/**
 * A prison of its own with its manager, so that no other journey meets its releases.
 *
 * @returns what the manager signs in with: another one at every try
 */
async function tellEaster({ owner, services }: JourneyStory): Promise<string> {
  const [prison, manager] = [newId(), newId()]
  const email = `iris.holm.${manager}@throughcare.test`
  await owner.query(
    `insert into service (id, name, kind, country, area_id, time_zone, receives, demo)
     select $1, 'HMP Moorside', kind, country, area_id, time_zone, receives, demo from service where id = $2`,
    [prison, services.northgate],
  )
  await owner.query(
    `insert into account (id, email, display_name, password_hash, locale)
     select $1, $2, 'Iris Holm', password_hash, 'en' from account where email = $3`,
    [manager, email, castEmail('northgateManager')],
  )
  await owner.query(`insert into membership (id, account_id, service_id, role) values ($1, $2, $3, 'manager')`, [
    newId(),
    manager,
    prison,
  ])
  const releases = Array.from({ length: MONTHS * 12 + 20 }, (_, place) => {
    const month = Math.min(MONTHS, Math.floor(place / 12))
    // From March 2025 on, in the morning of the fourth day or of those after it; the last on 1 April 2026.
    const day = month === MONTHS ? 1 : 4 + (place % 12)
    const isDosed = month < MONTHS || place % 12 < 4
    return { out: new Date(Date.UTC(2025, 2 + month, day, 9)), isDosed, name: `Moor ${String(place).padStart(3, '0')}` }
  })
  await owner.query(
    `with told as materialized (
       select t.*, (t.out at time zone 'Europe/London')::date as day
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::boolean[], $6::text[])
         as t (person_id, episode_id, treatment_id, out, is_dosed, name)
     ), person as (
       insert into person (id, family_name, given_names, name_key, date_of_birth, sex, created_by_service_id, created_at)
       select person_id, name, 'Luc', lower(name), '1984-04-28', 'unknown', $7, out from told
     ), episode as (
       insert into custody_episode (id, person_id, legal_status, admitted_on, release_country, release_date, release_certainty,
         released_at, learned_at, release_recorded_at, release_kind, ended_on, ended_because, created_by_service_id, created_at)
       select episode_id, person_id, 'sentenced', day - 90, 'GB', day, 'confirmed', out, out, out, 'planned', day, 'released', $7, out
       from told
     ), stay as (
       insert into custody_stay (id, episode_id, prison_service_id, from_at)
       select gen_random_uuid(), episode_id, $7, day - 90 from told
     ), treatment as (
       insert into medication_treatment (id, episode_id, medicine, prescribed_text, rhythm, titration, started_on, ended_on)
       select treatment_id, episode_id, 'methadone', 'as written', 'daily', 'no', day - 80, day + 2 from told
     )
     insert into dose (id, treatment_id, episode_id, kind, outcome, for_day, to_day, given_at, recorded_at, recorded_by, service_id)
     select gen_random_uuid(), treatment_id, episode_id, 'supervised', 'given', day + 1, day + 1, out + interval '25 hours',
       out + interval '25 hours', $8, $9
     from told where is_dosed`,
    [
      releases.map(() => newId()),
      releases.map(() => newId()),
      releases.map(() => newId()),
      releases.map(({ out }) => out),
      releases.map(({ isDosed }) => isDosed),
      releases.map(({ name }) => name),
      prison,
      manager,
      services.harbour,
    ],
  )
  return email
}

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await openBrowser(browser)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

test('a manager finds the Easter dip, writes why, opens its cases, exports with a reason, and reads every chart as a table and on paper', async ({
  browser,
  story,
}) => {
  await story.setClock(LATER)
  const email = await tellEaster(story)
  const page = await signedIn(browser, email)

  // It lies far below the others. April is not over, and so nothing is read from it yet.
  const cardOn = (side: Page) =>
    side.getByRole('article').filter({ has: side.getByRole('heading', { name: 'A dose within 48 hours' }) })
  const card = cardOn(page)
  await expect(async () => {
    await page.goto('/continuity')
    // The worker counts what was just told.
    await expect(card.getByText('Varies by chance')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await card.getByRole('link', { name: 'Month by month of A dose within 48 hours' }).click()
  const figure = page.getByRole('main')
  await expect(figure.getByText('No month stands out', { exact: false })).toBeVisible()
  await expect(figure.getByText('not over yet: for some the time of this figure is still running')).toBeVisible()
  await expect(figure.getByText('No target is set')).toBeVisible()
  await expectAccessible(page, 'one figure')
  await page.getByRole('link', { name: 'Continuity' }).last().click()

  // What is known of it is written on the chart.
  await page.getByRole('link', { name: 'Notes on the charts' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is written on the charts' })).toBeVisible()
  await page.getByLabel('A few words').fill('Pharmacy B closed')
  await page.getByRole('radio', { name: 'A target' }).check()
  await page.getByRole('button', { name: 'Write it' }).click()
  await expect(page.getByRole('link', { name: /A target is of one figure: choose it/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Something happened' }).check()
  await page.getByLabel('On which chart?').selectOption({ label: 'A dose within 48 hours' })
  await page.getByLabel('Note', { exact: true }).fill('From Good Friday to Easter Monday.')
  await page.getByRole('button', { name: 'Write it' }).click()
  const row = page.getByRole('row', { name: /Pharmacy B closed/ })
  await expect(row).toContainText('Iris Holm', { timeout: 20_000 })
  await expectAccessible(page, 'notes on the charts')
  await page.goto('/continuity/figures/dose-within-48-hours')
  await expect(figure.getByText('Pharmacy B closed (April 2026) From Good Friday to Easter Monday.')).toBeVisible()

  // By keyboard: the same as a table, and from its count to the cases.
  const asTable = figure.getByText('The same as a table').first()
  await asTable.focus()
  await page.keyboard.press('Enter')
  const april = figure
    .getByRole('table')
    .first()
    .getByRole('row', { name: /^April 2026/ })
  await expect(april).toContainText('40%')
  await expect(april).toContainText('not over yet')
  await expect(april).toContainText('Pharmacy B closed')
  await expectAccessible(page, 'one figure and its table')
  await page.keyboard.press('Tab')
  await april.getByRole('link', { name: '12' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '12 cases open to your service' })).toBeVisible()

  // The figures leave with a reason, which stays beside them.
  await page.goto('/continuity')
  await page.getByRole('link', { name: 'Export and reports' }).click()
  await page.getByLabel('Why the figures are needed').fill('For the meeting about Easter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The file is ready.')).toBeVisible()
  const left = page.getByRole('row', { name: /For the meeting about Easter/ })
  await expect(left).toContainText('Iris Holm')
  await left.getByRole('link').first().click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  const csv = readFileSync(await file.path())
  for (const told of ['A dose within 48 hours', 'Handed over', 'From release to the first dose', 'Barriers'])
    expect(csv.toString()).toContain(told)
  expect(csv.toString()).toMatch(/"month","?2026-04"?,.*still running for some of this month/)
  // What left stands in the trail once, by its seal.
  const seal = createHash('sha256').update(csv).digest('hex')
  const { rows: taken } = await story.owner.query<{ fields: string[] }>(
    `select fields from audit_entry e join account a on a.id = e.account_id
     where e.action = 'figure-export.take' and $1 = any (e.fields) and a.email = $2`,
    [`sha256:${seal}`, email],
  )
  expect(taken.map(({ fields }) => fields.slice(1, 3))).toEqual([['format:csv', 'language:en']])

  // How long it took: a curve, its table by keyboard, at the width of a phone as well, and on paper with its numbers.
  await page.goto('/continuity/curves')
  await expect(page.getByText(/Of about 175 people, half had it between 24 hours and 36 hours/)).toBeVisible()
  await page.getByText('The same as a table').first().focus()
  await page.keyboard.press('Enter')
  const curve = page.getByRole('table').first()
  await expect(curve.getByRole('row', { name: /^36 hours/ })).toContainText('94%')
  await page.setViewportSize(PHONE)
  await expectAccessible(page, 'curves')
  await page.keyboard.press('Enter')
  await expect(curve).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(curve).toBeVisible()
  await page.context().close()

  // Once the month is over it stands out among all figures, by words and a shape; its own page says by which rule.
  await story.setClock(OVER)
  const later = await signedIn(browser, email)
  await expect(async () => {
    await later.goto('/continuity')
    await expect(cardOn(later).getByText('More than chance, for the worse')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await cardOn(later).getByRole('link', { name: 'Month by month of A dose within 48 hours' }).click()
  await expect(later.getByText('April 2026: below the lower limit.')).toBeVisible()
  // A single month is never coloured red: it has a shape of its own, and the colour of all others.
  const dots = later.locator('.tc-chart__picture:visible .tc-chart__dot')
  const looks = await dots.evaluateAll((all) =>
    all.map((dot) => [getComputedStyle(dot).stroke, getComputedStyle(dot).fill].join()),
  )
  expect(looks.length).toBeGreaterThan(10)
  expect(new Set(looks).size).toBe(1)
  await expect(later.locator('main [data-tone="urgent"]')).toHaveCount(0)

  // Each way of counting opens its rows.
  await later.locator('summary', { hasText: 'How each was counted' }).click()
  const way = later.getByRole('row', { name: /a supervised dose/ })
  const count = await way.getByRole('link').textContent()
  await way.getByRole('link').click()
  await expect(later.getByRole('heading', { name: 'A dose within 48 hours: a supervised dose' })).toBeVisible()
  expect(Number(count)).toBeGreaterThan(10)
  // All of them ended long ago: how many, and no name.
  await expect(later.getByText(`${count} more were counted`, { exact: false })).toBeVisible()

  // What left, on paper; and a length of time month by month.
  await later.goto('/continuity/exports')
  await later
    .getByRole('row', { name: /For the meeting about Easter/ })
    .getByRole('link')
    .first()
    .click()
  await expect(later.getByRole('table', { name: 'Everybody, step by step' })).toBeVisible()
  await expectAccessible(later, 'figures that left')
  await later.goto('/continuity/figures/hours-to-acknowledge')
  await expect(later.getByRole('heading', { name: 'Hours until a handoff is acknowledged', level: 1 })).toBeVisible()
  await later.getByText('The rule in full: I7, FIG-14').click()
  await expect(later.getByText('median and 90th percentile of hours from sending')).toBeVisible()
  await expectAccessible(later, 'a length of time')
  await later.context().close()
})
