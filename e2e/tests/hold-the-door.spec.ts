import type { Page } from '@playwright/test'
import { newId } from '@throughcare/db/uuid'
import { expect, expectAccessible, openBrowser, signInByHand, test } from '../people.ts'

/** What the browser refused because of a page's policy, and what broke while it woke up. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('heard', (line: string) => heard.push(line))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { heard: (line: string) => void }).heard(`${violatedDirective} ${blockedURI}`),
    )
  })
  page.on('pageerror', (error) => heard.push(error.message))
  return heard
}

test('C03, C04: every script carries the nonce of its answer, and nothing comes from elsewhere', async ({
  browser,
  story,
}) => {
  const one = await story.aCase()
  const page = await openBrowser(browser)
  const heard = await listen(page)
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await signInByHand(page, 'northgateNurse')
  for (const address of ['/hats', '/releases', '/persons', `/cases/${one.episodeId}`, '/no/such/page']) {
    const answer = await page.goto(address, { waitUntil: 'networkidle' })
    const policy = answer?.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    // As the server wrote them: what these scripts load themselves, they may load (strict-dynamic).
    const written = (await answer?.text()) ?? ''
    const nonces = [...written.matchAll(/<script\b[^>]*>/g)].map(([tag]) => /nonce="([^"]*)"/.exec(tag)?.[1])
    expect(nonces.length, address).toBeGreaterThan(3)
    expect([...new Set(nonces)], address).toEqual([nonce])
    expect(policy).not.toContain('unsafe')
    expect(answer?.headers()['cache-control'], address).toContain('no-store')
  }
  expect(heard).toEqual([])
  expect([...hosts]).toEqual([new URL(page.url()).host])
  await page.context().close()
})

test('A24, C09, C10: no header and no address of the framework opens a page, and no cache keeps one', async ({
  browser,
  northgateNurse: page,
  story,
}) => {
  const one = await story.aCase({ familyName: 'Quillfeather', givenNames: 'Ambrose' })
  const path = `/cases/${one.episodeId}`
  await page.goto('/releases')
  const nobody = await browser.newContext()
  const tricks: [string, Record<string, string>][] = [
    [path, {}],
    [path, { rsc: '1' }],
    [path, { rsc: '1', 'next-router-prefetch': '1' }],
    [path, { rsc: '1', 'next-router-segment-prefetch': '/_tree' }],
    [path, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }],
    [path, { 'next-resume': '1' }],
    [path, { 'x-nextjs-data': '1' }],
    [`${path}.rsc`, {}],
    [`${path}.segments/_tree.segment.rsc`, {}],
    [`/_next/data/x${path}.json`, {}],
    [`/%63ases/${one.episodeId}`, {}],
    [`${path}%2F`, {}],
    [`//cases/${one.episodeId}`, {}],
    [`/cases/..%2Fcases/${one.episodeId}`, {}],
  ]
  for (const [address, headers] of tricks) {
    const answer = await nobody.request.get(`${origin(page)}${address}`, { headers })
    expect(await answer.text(), `${address} ${JSON.stringify(headers)}`).not.toContain('Quillfeather')
    expect(answer.headers()['content-security-policy'], address).toBeTruthy()
    expect(answer.status(), address).toBeLessThan(500)
  }
  for (const [data, type] of [
    ['["$F1"]', 'text/plain'],
    [
      '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n"$1:__proto__:then"\r\n--x--',
      'multipart/form-data; boundary=x',
    ],
  ] as const) {
    const headers = { 'next-action': 'x'.repeat(40), 'content-type': type, origin: origin(page) }
    expect((await page.request.post(`${origin(page)}${path}`, { data, headers })).status()).toBe(405)
  }
  for (const headers of [{}, { rsc: '1' }]) {
    const answer = await page.request.get(`${origin(page)}${path}`, { headers })
    expect(answer.headers()['cache-control']).toContain('no-store')
    expect(answer.headers().vary?.toLowerCase()).toContain('rsc')
  }
  await nobody.close()
})

const origin = (page: Page) => new URL(page.url()).origin

test('B15: the cookie cannot be read by a script, and is chance alone', async ({ northgateNurse: page }) => {
  await page.goto('/releases')
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name.endsWith('session'))
  expect(session).toMatchObject({
    name: '__Host-throughcare-session',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  })
  expect(session?.value).toMatch(/^[\w-]{43}$/)
  expect(await page.evaluate(() => document.cookie)).not.toContain('session')
})

test('A23: after signing out neither a bookmark nor "back" shows a case again', async ({
  northgateNurse: page,
  story,
}) => {
  const one = await story.aCase({ familyName: 'Quillfeather', givenNames: 'Ambrose' })
  await page.goto(`/cases/${one.episodeId}`)
  await expect(page.getByText('Quillfeather').first()).toBeVisible()
  await page.goto('/releases')
  await page.getByRole('banner').getByText('Nora Lindqvist').click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You have been signed out.')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText('Quillfeather')).toHaveCount(0)
  await page.goto(`/cases/${one.episodeId}`)
  await expect(page).toHaveURL(/\/sign-in\?to=/)
})

test('B10: signing in leads back to where somebody wanted to go, and never elsewhere', async ({ browser, story }) => {
  const one = await story.aCase()
  const page = await openBrowser(browser)
  await page.goto(`/cases/${one.episodeId}`)
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await page.getByLabel('E-mail').fill('nora.lindqvist@throughcare.test')
  await page.getByLabel('Password').fill('gate opens at nine')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${one.episodeId}$`))
  for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    await page.goto(`/sign-in?to=${encodeURIComponent(evil)}`)
    await expect(page).toHaveURL(/\/releases$/)
  }
  await page.context().close()
})

test('somebody with two hats chooses, and changes in the header', async ({ browser, story }) => {
  const membership = newId()
  const page = await openBrowser(browser)
  await story.owner.query(
    `insert into membership (id, account_id, service_id, role, grants)
     select $1, id, $2, 'caseworker', '{}' from account where email = 'rita.fonseca@throughcare.test'`,
    [membership, story.services.riverside],
  )
  await signInByHand(page, 'harbourManager')
  await expect(page).toHaveURL(/\/hats/)
  await expectAccessible(page, 'choosing a hat')
  await page.getByRole('button', { name: 'Act as Caseworker for Riverside Recovery' }).click()
  await expect(page.getByRole('banner')).toContainText('Riverside Recovery')
  await expect(page).toHaveURL(/\/inbox$/)
  await page.getByRole('link', { name: 'Change role' }).click()
  await page.getByRole('button', { name: 'Act as Manager for Harbour Recovery' }).click()
  await expect(page.getByRole('banner')).toContainText('Manager')
  await story.owner.query('update session set membership_id = null where membership_id = $1', [membership])
  await story.owner.query('delete from membership where id = $1', [membership])
  await page.context().close()
})

test('on a phone the account menu changes the hat, and "More" closes behind a press', async ({ browser, story }) => {
  const membership = newId()
  const page = await openBrowser(browser, { viewport: { width: 390, height: 844 } })
  await story.owner.query(
    `insert into membership (id, account_id, service_id, role, grants)
     select $1, id, $2, 'caseworker', '{}' from account where email = 'rita.fonseca@throughcare.test'`,
    [membership, story.services.riverside],
  )
  await signInByHand(page, 'harbourManager')
  await page.getByRole('button', { name: 'Act as Caseworker for Riverside Recovery' }).click()
  await expect(page.getByRole('banner')).toContainText('Riverside Recovery')
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  await menu.getByText('More', { exact: true }).click()
  await expectAccessible(page, 'the rest of the menu, unfolded')
  await menu.getByRole('link', { name: 'Continuity' }).click()
  await page.waitForURL(/\/continuity/)
  await expect(menu.getByRole('link', { name: 'Continuity' })).toBeHidden()
  await page.getByRole('banner').locator('summary').click()
  await page.getByRole('link', { name: 'Change role' }).click()
  await page.getByRole('button', { name: 'Act as Manager for Harbour Recovery' }).click()
  await expect(page.getByRole('banner')).toContainText('Manager')
  await story.owner.query('update session set membership_id = null where membership_id = $1', [membership])
  await story.owner.query('delete from membership where id = $1', [membership])
  await page.context().close()
})

test('a role sees that a page is not for it, and colours and language are kept', async ({ harbourWorker: page }) => {
  const answer = await page.goto('/release-lists')
  expect(answer?.status()).toBe(403)
  await expectAccessible(page, 'not allowed')
  const menu = page.getByRole('banner').getByText('Sam Osei')
  await menu.click()
  await page.getByText('Dark', { exact: true }).click()
  await page.getByText('Norsk bokmål').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Denne siden er ikke åpen for rollen din')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await expectAccessible(page, 'not allowed, dark')
  await menu.click()
  await page.getByText('English').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the door can be used by keyboard alone, and says what to put right', async ({ browser, story }) => {
  void story
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openBrowser(browser, { colorScheme, viewport: { width: 390, height: 844 } })
    await page.goto('/sign-in')
    await expectAccessible(page, `the door, ${colorScheme}`)
    await page.getByLabel('E-mail').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'There is something to put right first' })).toBeFocused()
    await expectAccessible(page, `the door with faults, ${colorScheme}`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await page.context().close()
  }
})
