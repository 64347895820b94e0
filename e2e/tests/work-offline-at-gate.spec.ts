import type { BrowserContext, Page } from '@playwright/test'
import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, expectInBothLooks, signIn, test } from '../people.ts'
import { readDevice } from '../read-device.ts'
import { theWorld } from '../world.ts'

const PIN = '482139'
const PHONE = { width: 390, height: 844 }

async function takeListAlong(page: Page): Promise<void> {
  if (!page.url().endsWith('/gate-list')) await page.goto('/gate-list')
  await page.getByLabel('A PIN for this device').fill(PIN)
  await page.getByLabel('The same PIN again').fill(PIN)
  await page.getByRole('button', { name: 'Fetch the list and lock it' }).click()
  await expect(page.getByText('This page opens without network on this device.')).toBeVisible()
}

async function unlock(page: Page, pin: string = PIN): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
}

async function press(page: Page, button: RegExp, yes: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  // For a moment after a dialog the page takes no press: it could be the second half of a double click.
  await expect(async () => {
    await page.getByRole('button', { name: button }).click()
    await expect(dialog).toBeVisible({ timeout: 300 })
  }).toPass()
  await dialog.getByRole('button', { name: yes }).click()
}

/** Another release date, as the form of the case sends it. */
async function moveDate(page: Page, episodeId: string, releaseDate: string): Promise<void> {
  const answer = await page.request.post('/api/trpc/release.changeDate', {
    headers: { origin: theWorld().origin, 'x-throughcare': '1' },
    data: {
      json: { episodeId, requestId: newId(), seenVersion: 0, releaseDate, certainty: 'confirmed', reason: null },
    },
  })
  expect(answer.ok()).toBe(true)
}

/** Two hours later, at the server and on the telephone. Whoever did nothing meanwhile is no longer signed in. */
async function later(
  owner: { query: (text: string, values: unknown[]) => Promise<unknown> },
  context: BrowserContext,
  at: Date,
) {
  await owner.query(`update clock_offset set by = $1::timestamptz - now()`, [at])
  await context.clock.setFixedTime(at)
}

test('U3, U13, H11: two hours without network at the gate, and nothing is lost or done twice', async ({
  story,
  northgateNurse: first,
  northgateSecondNurse: colleague,
}) => {
  test.setTimeout(180_000)
  const context = first.context()
  let nurse = first
  await nurse.setViewportSize(PHONE)
  const leaves = await story.aCase({ familyName: 'Moreau', givenNames: 'Inès', releaseDate: '2026-03-26' })
  const changed = await story.aCase({ familyName: 'Nowak', givenNames: 'Piotr', releaseDate: '2026-03-26' })
  const released = async (episodeId: string) =>
    (
      await story.owner.query<{ at: Date | null; presses: number }>(
        `select released_at as at, (select count(*)::int from release_record r where r.episode_id = e.id) as presses
         from custody_episode e where id = $1`,
        [episodeId],
      )
    ).rows[0]

  // Locked by a PIN that is no row; what the browser keeps tells nobody's name.
  await nurse.goto('/gate-list')
  await nurse.getByLabel('A PIN for this device').fill('123456')
  await nurse.getByRole('button', { name: 'Fetch the list and lock it' }).click()
  await expect(nurse.getByText(/Take one that is no row/)).toBeVisible()
  await expectAccessible(nurse, 'at the gate, choosing a PIN')
  await takeListAlong(nurse)
  await expect(nurse.getByRole('heading', { name: 'Moreau, Inès' })).toBeVisible()
  await expectInBothLooks(nurse, 'at the gate', 'dark at a desk, light on a phone')
  await nurse.screenshot({ path: test.info().outputPath('list.png'), fullPage: true })
  const device = await readDevice(nurse)
  expect(device.stores).toEqual(['throughcare-gate'])
  expect(device.text).not.toMatch(/Moreau|Nowak|1984-04-28/)
  expect(device.text).not.toContain(leaves.number)
  expect(device.kept).toContain('/gate-list')
  expect(device.kept.filter((path) => path !== '/gate-list' && !path.startsWith('/_next/static/'))).toEqual([])

  // The network goes. The page still opens, under the policy that it was kept with, and is locked.
  await context.setOffline(true)
  const heard: string[] = []
  nurse.on('console', (line) => line.type() === 'error' && heard.push(line.text()))
  await nurse.reload()
  await expect(nurse.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await expect(nurse.getByText('Moreau')).toHaveCount(0)
  await expectAccessible(nurse, 'at the gate, locked')
  await unlock(nurse, '000000')
  await expect(nurse.getByText(/4 tries are left/)).toBeVisible()
  await unlock(nurse)
  await expect(nurse.getByText('The server was not reached. Nothing is lost', { exact: false })).toBeVisible()

  // A double click offline is one press (U13), and it says that nobody else knows of it yet (U3).
  await nurse.getByRole('button', { name: 'Left: Moreau, Inès' }).click()
  await nurse.getByRole('dialog').getByLabel('At what time?').fill('8:55')
  await nurse.getByRole('dialog').getByRole('button', { name: 'Yes, this person has left' }).dblclick()
  await expect(nurse.getByText('Not yet sent: left at 08:55 GMT')).toBeVisible()
  await expect(nurse.getByRole('button', { name: 'Left: Moreau, Inès' })).toHaveCount(0)
  await expect(nurse.getByRole('button', { name: 'Did not leave: Moreau, Inès' })).toHaveCount(0)
  await press(nurse, /^Kit handed over: Moreau/, 'Yes, handed over')
  await press(nurse, /^Left: Nowak/, 'Yes, this person has left')
  await expect(nurse.getByRole('heading', { name: '3 presses are not yet sent' })).toBeVisible()
  await nurse.screenshot({ path: test.info().outputPath('unsent.png'), fullPage: true })
  await expectAccessible(nurse, 'at the gate, not yet sent')
  await nurse.emulateMedia({ media: 'print' })
  await expect(nurse.getByText(/^This page is not for printing/)).toBeVisible()
  await expect(nurse.getByText('Moreau, Inès').first()).toBeHidden()
  await nurse.emulateMedia({ media: 'screen' })
  expect((await readDevice(nurse)).text).not.toMatch(/Moreau|Nowak/)
  expect(heard.filter((line) => /Content Security Policy/i.test(line))).toEqual([])

  // Meanwhile a colleague at a desk moves one of the two dates.
  await moveDate(colleague, changed.episodeId, '2026-04-09')

  // The tab is closed. Two hours later it is opened again: what was pressed is still not yet sent.
  await nurse.close()
  await later(story.owner, context, new Date('2026-03-26T11:00:00Z'))
  nurse = await context.newPage()
  await nurse.setViewportSize(PHONE)
  await nurse.goto('/gate-list')
  await expect(nurse.getByText('3 presses wait on this device')).toBeVisible()
  await unlock(nurse)
  await expect(nurse.getByRole('heading', { name: '3 presses are not yet sent' })).toBeVisible()
  expect(await released(leaves.episodeId)).toEqual({ at: null, presses: 0 })

  // A network whose own page answers everything: nothing breaks and nothing is lost (H11).
  await context.route('**/api/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Free Wi-Fi</title>' }),
  )
  await context.setOffline(false)
  await nurse.getByRole('button', { name: 'Send now' }).click()
  await expect(nurse.getByText(/The server was not reached/)).toBeVisible()
  await expect(nurse.getByRole('heading', { name: '3 presses are not yet sent' })).toBeVisible()
  await context.unroute('**/api/**')

  // The session ended while nobody could use it: the list is gone, the presses wait for whoever made them.
  // The page also tries by itself: whoever is faster, the same is said.
  await nurse
    .getByRole('button', { name: 'Send now' })
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await expect(nurse.getByRole('heading', { name: 'Sign in to go on' })).toBeVisible()
  await expect(nurse.getByText('Moreau')).toHaveCount(0)
  await nurse.getByRole('link', { name: 'Sign in' }).click()
  await nurse.getByLabel('E-mail').fill('nora.lindqvist@throughcare.test')
  await nurse.getByLabel('Password').fill('gate opens at nine')
  await nurse.getByRole('button', { name: 'Sign in' }).click()
  await nurse.waitForURL(/\/gate-list$/)
  await expect(nurse.getByText('3 presses wait on this device')).toBeVisible()

  // 50 kbit/s is enough.
  const slow = await context.newCDPSession(nurse)
  await slow.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 50_000 / 8,
    uploadThroughput: 50_000 / 8,
  })
  await unlock(nurse)

  // Sent in order, with the time at the gate; the one that had changed is shown beside what is there now.
  await expect(nurse.getByRole('heading', { name: '1 press was not taken' })).toBeVisible({ timeout: 30_000 })
  await expect(nurse.getByRole('heading', { name: 'Nowak, Piotr: left at' })).toBeVisible()
  await expect(nurse.getByText('Changed meanwhile')).toBeVisible()
  await expect(nurse.getByText('9 Apr 2026')).toBeVisible()
  await expect(nurse.getByText(/Ben Achterberg changed it at/)).toBeVisible()
  await expect(nurse.getByText(/left Thu 26 Mar 2026, 08:55 GMT/)).toBeVisible()
  expect(await released(leaves.episodeId)).toEqual({ at: new Date('2026-03-26T08:55:00Z'), presses: 1 })
  expect(await released(changed.episodeId)).toEqual({ at: null, presses: 0 })
  const { rows: kits } = await story.owner.query(`select state from naloxone_kit where episode_id = $1`, [
    leaves.episodeId,
  ])
  expect(kits).toEqual([{ state: 'handed-over' }])
  await nurse.screenshot({ path: test.info().outputPath('changed.png'), fullPage: true })
  await expectAccessible(nurse, 'at the gate, changed meanwhile')
  await slow.detach()
  await nurse.getByRole('button', { name: 'I have read this' }).click()
  await expect(nurse.getByRole('heading', { name: /not taken/ })).toHaveCount(0)

  // Signing out leaves nothing.
  await nurse.setViewportSize({ width: 1280, height: 900 })
  await nurse.goto('/releases')
  await nurse.getByRole('banner').getByText('Nora Lindqvist').click()
  await nurse.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(nurse.getByText('You have been signed out.')).toBeVisible()
  expect((await readDevice(nurse)).stores).toEqual([])
})

test('at a service outside: who came, a press that waits keeps from signing out unseen, and five wrong PINs wipe', async ({
  story,
  harbourWorker: worker,
}) => {
  test.setTimeout(120_000)
  const context = worker.context()
  const out = await story.aCase({
    familyName: 'Costa',
    givenNames: 'Ana',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T08:00:00Z'),
  })
  await story.aHandoff(out, { status: 'accepted' })
  const arrived = async () =>
    (await story.owner.query(`select at from outcome where episode_id = $1 and kind = 'arrived'`, [out.episodeId])).rows
  // From the menu, as anybody comes to it.
  await worker.goto('/inbox')
  await worker.getByRole('link', { name: 'At the gate' }).click()
  await worker.waitForURL(/\/gate-list$/)
  await takeListAlong(worker)
  await worker.setViewportSize(PHONE)
  await context.setOffline(true)
  await press(worker, /^Is here: Costa/, 'Yes, this person came')
  await expect(worker.getByText(/^Not yet sent: came at/)).toBeVisible()
  // What never left the device can be taken back there, and pressed anew.
  await worker.getByRole('button', { name: /^Take back/ }).click()
  await expect(worker.getByText(/Not yet sent/)).toHaveCount(0)
  await press(worker, /^Is here: Costa/, 'Yes, this person came')
  await expect(worker.getByText(/^Not yet sent: came at/)).toBeVisible()

  // Signing out elsewhere on the device leads back to what waits.
  const desk = await context.newPage()
  await worker.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(worker.getByText('Costa')).toHaveCount(0)
  await context.route('**/api/trpc/outcome.record**', (route) => route.abort())
  await context.setOffline(false)
  await desk.goto('/inbox')
  await desk.getByRole('banner').getByText('Sam Osei').click()
  await desk.getByRole('button', { name: 'Sign out', exact: true }).click()
  await desk.waitForURL(/\/gate-list$/)
  await expect(desk.getByText('1 press waits on this device')).toBeVisible()
  await desk.close()
  await context.unroute('**/api/trpc/outcome.record**')
  await unlock(worker)
  await expect(worker.getByRole('heading', { name: /who may come/ })).toBeVisible()
  await expect(worker.getByText('Not yet sent')).toHaveCount(0)
  // "Sent: came at …" stands only until the list has been fetched anew; what the list then says is what stays.
  await expect(worker.getByText(/came at 09:00 GMT/).first()).toBeVisible()
  await expect.poll(arrived).toHaveLength(1)

  // Whoever signs in next finds no list; whoever guesses finds nothing at all.
  await worker.reload()
  for (let tried = 0; tried < 4; tried += 1) {
    await unlock(worker, `00000${tried}`)
    await expect(
      worker.getByText(new RegExp(`${tried === 3 ? 'One try is' : `${4 - tried} tries are`} left`)),
    ).toBeVisible()
  }
  await unlock(worker, '999999')
  await expect(worker.getByRole('heading', { name: 'Everything has been wiped from this device' })).toBeVisible()
  expect((await readDevice(worker)).stores).toEqual([])
  await takeListAlong(worker)
  await signIn(worker, 'riversideWorker')
  await worker.reload()
  await unlock(worker)
  await expect(worker.getByRole('heading', { name: 'This device kept a list of somebody else' })).toBeVisible()
  await expect(worker.getByText('Costa')).toHaveCount(0)
  expect((await readDevice(worker)).stores).toEqual([])
})

test('G08, H11: two people change one plan, one of them without network in between: both versions, and the draft stays', async ({
  story,
  northgateNurse: nurse,
  northgateSecondNurse: colleague,
}) => {
  const plan = await story.aCase({ familyName: 'Vestergaard', givenNames: 'Nina', releaseDate: '2026-04-02' })
  const { episodeId } = plan
  const itemId = await story.anItem(plan, { area: 'housing', code: 'housing-first-night' })
  await colleague.goto(`/cases/${episodeId}`)
  await nurse.goto(`/cases/${episodeId}/items/${itemId}`)
  await expect(nurse.getByText('Ben Achterberg has this case open too')).toBeVisible()
  await nurse.goto(`/cases/${episodeId}`)
  await nurse.getByText('Change the date', { exact: true }).first().click()
  const why = nurse.getByLabel('Why (optional)')
  await why.fill('heard from the court')
  await nurse.context().setOffline(true)
  await nurse.getByRole('button', { name: 'Save the date' }).click()
  await expect(nurse.getByText(/No answer from the server\. What you typed stays/)).toBeVisible()
  await expect(why).toHaveValue('heard from the court')

  await moveDate(colleague, episodeId, '2026-04-09')
  await nurse.context().setOffline(false)
  await nurse.getByRole('button', { name: 'Save the date' }).click()
  const refusal = nurse.getByRole('main').getByRole('alert')
  await expect(refusal).toContainText('Changed meanwhile')
  await expect(refusal).toContainText('Ben Achterberg')
  await expect(refusal).toContainText('9 Apr 2026')
  await expect(refusal).toContainText('2 Apr 2026')
  await expect(why).toHaveValue('heard from the court')
})
