import type { Page } from '@playwright/test'
import { expect, expectInBothLooks, openBrowser, signIn, test } from '../people.ts'
import { readPdf } from '../read-pdf.ts'
import { PASSWORD } from '../world.ts'

const OUT = { releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T07:30:00Z') } as const

test('a team room sees what there is to look at: live, without names until somebody unlocks them, and on a wall', async ({
  browser,
  story,
  harbourWorker: worker,
  harbourManager: manager,
}) => {
  await worker.goto('/now-board')
  const before = await countOf(worker, 'Released today')
  const one = await story.aCase({ familyName: 'Quist', givenNames: 'Ada', ...OUT })
  await story.aTreatment(one, { dosing: 'harbour' })
  await story.aHandoff(one, { area: 'omt' })
  const stream = worker.waitForRequest((request) => request.url().includes('live.follow'))
  await worker.goto('/now-board')
  await expect(worker.getByRole('link', { name: `${before + 1} Released today` })).toBeVisible()
  await expect(worker.getByRole('main')).not.toContainText('Quist')
  await expectInBothLooks(worker, '/now-board', 'light at a desk, dark at 400 %')
  await stream

  // What is told to others is seen here without anybody loading the page.
  const two = await story.aCase({ familyName: 'Rask', givenNames: 'Bo', ...OUT })
  await story.aHandoff(two, { area: 'omt' })
  await expect(worker.getByRole('link', { name: `${before + 2} Released today` })).toBeVisible({ timeout: 10_000 })
  await expect(worker.getByRole('table').getByRole('row')).toHaveCount(before + 3)

  await worker.getByRole('button', { name: 'Show the names' }).click()
  const dialog = worker.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Show the names' }).click()
  await expect(dialog).toContainText('Type your password')
  await dialog.getByLabel(/Your password/).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Show the names' }).click()
  await expect(worker.getByRole('link', { name: 'Quist, Ada' })).toBeVisible()
  await worker.getByRole('button', { name: 'Hide the names' }).click()
  await expect(worker.getByRole('main')).not.toContainText('Quist')

  // On the wall: the session of whoever hung it up ends, and the counts stay and change.
  const wall = await openBrowser(browser)
  await signIn(wall, 'harbourWorker')
  await wall.goto('/now-board')
  await wall.getByLabel('Where it hangs').fill('Team room')
  await wall.getByRole('button', { name: 'Hang it up on this screen' }).click()
  await wall.waitForURL(/now-board\/screen/)
  const shown = wall.getByRole('listitem').filter({ hasText: 'Nobody has acknowledged' })
  await expect(shown).toContainText(/\d/)
  const waiting = Number.parseInt((await shown.textContent()) ?? '', 10)
  expect(waiting).toBeGreaterThan(1)
  const session = await wall.request.post('/api/trpc/access.me', { data: {}, headers: { 'x-throughcare': '1' } })
  expect(session.status()).toBe(401)
  await expect(wall.getByText('Quist')).toHaveCount(0)
  await expectInBothLooks(wall, '/now-board/screen', 'dark at a desk, light on a phone')
  const three = await story.aCase({ familyName: 'Sund', givenNames: 'Cai', ...OUT })
  await story.aHandoff(three, { area: 'omt' })
  await expect(shown).toContainText(String(waiting + 1))
  await wall.reload()
  await expect(shown).toContainText(String(waiting + 1))

  // Whoever of the service sees that it should not hang there takes it off.
  await manager.goto('/now-board')
  await expect(manager.getByText(/^Team room, put up by Sam Osei/)).toBeVisible()
  await manager.getByRole('button', { name: 'Take it off' }).click()
  await expect(wall.getByRole('heading', { name: 'This screen is dark' })).toBeVisible()
  await wall.context().close()
})

test('a manager exports the figures with a reason, and reads the same on paper and in a file', async ({
  story,
  northgateManager: manager,
}) => {
  for (let number = 0; number < 12; number += 1)
    await story.aCase({ familyName: `Nord ${number}`, givenNames: 'Eli', ...OUT })
  await manager.goto('/continuity')
  await manager.getByRole('link', { name: 'Export and reports' }).click()
  await manager.getByRole('button', { name: 'Make the file' }).click()
  await expect(manager.getByRole('main')).toContainText('Say why the figures are needed.')
  await manager.getByLabel('Why the figures are needed').fill('For the board of the region')
  await manager.getByRole('button', { name: 'Make the file' }).click()
  const row = manager.getByRole('row').filter({ hasText: 'For the board of the region' })
  await expect(row).toContainText('Ready')
  await row.getByRole('link', { name: /^Open/ }).click()
  await expect(manager.getByRole('heading', { level: 1, name: /Continuity report/ })).toBeVisible()
  await expect(manager.getByRole('main')).toContainText('Other kinds of information are not included')
  await expect(manager.getByRole('main')).not.toContainText('Nord')
  await expectInBothLooks(manager, 'an export', 'light at a desk, dark at 400 %')
  const saved = manager.waitForEvent('download')
  await manager.getByRole('link', { name: 'CSV', exact: true }).click()
  const file = await (await (await saved).createReadStream()).toArray()
  const text = Buffer.concat(file).toString('utf8')
  expect(text).toContain('"Carries: ')
  expect(text).not.toMatch(/Nord|For the board/)
  expect(text.split('\r\n').length).toBeGreaterThan(5)

  const pdf = await manager.request.get((await manager.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '')
  expect(pdf.status()).toBe(200)
  const read = await readPdf(await pdf.body())
  expect(read).toMatchObject({ language: 'en', isTagged: true })
  for (const role of ['H1', 'Table', 'TH']) expect(read.roles.get(role) ?? 0, role).toBeGreaterThan(0)
  expect(read.text).not.toContain('Nord')
})

/** What a count of the board says now. */
async function countOf(page: Page, label: string): Promise<number> {
  return Number.parseInt((await page.getByRole('link', { name: new RegExp(`^\\d+ ${label}`) }).textContent()) ?? '', 10)
}
