import type { Page } from '@playwright/test'
import { everyPage } from '../pages.ts'
import { expect, openBrowser, signIn, test } from '../people.ts'

/** Counts that lead somewhere: the row of counts over a list, a filter that says how many, a place of the menu, a link that is one. */
const COUNTS =
  'a.tc-counts__item, main a.tc-chip:has(.tc-chip__count), .tc-navigation a:has(.tc-navigation__count:visible), main a[data-count]'
/** The list that a count speaks of is the first one after it; one that is shown only when it is empty has no rows. */
const FIRST_LIST = `xpath=(//main//ul[contains(@class,"tc-counts")] | //main//nav[contains(@class,"tc-filter-bar")])[1]/following::*[self::ol[contains(@class,"tc-case-list")] or self::table[contains(@class,"tc-table")]][1]`
const NUMBER = /\d[\d,.\u00a0\u202f]*/

type Told = { on: string; words: string; count: number | null; href: string }

async function countsOn(page: Page, address: string): Promise<Told[]> {
  const html = await (await page.request.get(address)).text()
  if (!/tc-(counts__item|chip__count|navigation__count)|data-count/.test(html)) return []
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const links = await page.locator(COUNTS).evaluateAll((all) =>
    all.map((link) => {
      // A number shown beside its words for screen readers is one count and not two.
      const once = link.cloneNode(true) as Element
      if (once.querySelector('.aksel-sr-only')) for (const twin of once.querySelectorAll('[aria-hidden]')) twin.remove()
      return { words: once.textContent?.trim() ?? '', href: link.getAttribute('href') ?? '' }
    }),
  )
  return links.map(({ words, href }) => {
    const digits = words.startsWith('<') ? undefined : NUMBER.exec(words)?.[0].replaceAll(/\D/g, '')
    return { on: address, words, count: digits === undefined ? null : Number(digits), href }
  })
}

/** How many rows stand behind an address, on all its pages. */
async function rowsBehind(page: Page, href: string): Promise<number> {
  await page.goto(href)
  for (let rows = 0; ; ) {
    // The list is in its place once the count that was pressed is marked; where only some of its rows count, these say so.
    const counted = page.locator('main [data-counted]')
    const pressed = page.locator('main :is(.tc-counts__item, .tc-chip)[aria-current]')
    await expect(pressed.or(counted).first()).toBeVisible()
    rows +=
      (await counted.count()) > 0
        ? await counted.count()
        : await page.locator(FIRST_LIST).locator('xpath=./tbody/tr | ./li').count()
    const next = page.getByRole('main').getByRole('link', { name: /^next/i })
    if ((await next.count()) === 0) return rows
    await page.goto((await next.first().getAttribute('href')) ?? '')
  }
}

test('every count opens exactly the rows that it counts', async ({ browser, story }) => {
  test.setTimeout(180_000)
  const faults: string[] = []
  let opened = 0
  for (const [who, addresses] of await everyPage(story)) {
    const page = await openBrowser(browser)
    await signIn(page, who)
    const known = new Map<string, number>()
    for (const address of addresses)
      for (const { on, words, count, href } of await countsOn(page, address)) {
        if (count === null) continue
        if (!known.has(href)) known.set(href, await rowsBehind(page, href))
        opened += 1
        if (known.get(href) !== count)
          faults.push(`${who} on ${on}: "${words}" opens ${known.get(href)} rows at ${href}`)
      }
    await page.context().close()
  }
  console.log(`${opened} counts opened`)
  expect(faults).toEqual([])
  expect(opened).toBeGreaterThan(30)
})
