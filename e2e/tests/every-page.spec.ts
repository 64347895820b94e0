import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { everyPage } from '../pages.ts'
import { expect, expectInTurn, openBrowser, signIn, test } from '../people.ts'

/** What one page may make a phone at a prison gate fetch and run: script, gzipped. */
const MOST_KB = 200

test('J08, J11: every page passes axe and fits the screen, and sends at most 200 kB of script', async ({
  browser,
  story,
}) => {
  test.setTimeout(300_000)
  const sizes: Record<string, number> = {}
  const known = new Map<string, number>()
  let walked = 0
  for (const [who, addresses] of await everyPage(story)) {
    const page = await openBrowser(browser)
    await signIn(page, who)
    for (const address of addresses) {
      const answer = await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectInTurn(page, `${address} (${who})`, walked)
      walked += 1
      sizes[`${address} (${who})`] = await scriptKb(page, (await answer?.text()) ?? '', known)
    }
    await page.context().close()
  }
  for (const [address, kb] of Object.entries(sizes)) console.log(`${kb.toFixed(0).padStart(4)} kB  ${address}`)
  expect(Object.entries(sizes).filter(([, kb]) => kb > MOST_KB)).toEqual([])
})

/** Every script that a page names, as tags or as parts to load at once; each fetched and gzipped once, and added up. */
async function scriptKb(page: Page, html: string, known: Map<string, number>): Promise<number> {
  // The old browsers' share is named as well, and no browser that runs modules fetches it.
  const ours = html.replaceAll(/<script[^>]* noModule[^>]*>/gi, '')
  const scripts = new Set(ours.match(/static\/chunks\/[\w./~-]+\.js/g))
  expect(scripts.size, `${page.url()} names no script`).toBeGreaterThan(0)
  let bytes = 0
  for (const script of scripts) {
    if (!known.has(script)) {
      const answer = await page.request.get(`/_next/${script}`)
      expect(answer.ok(), script).toBe(true)
      known.set(script, gzipSync(await answer.body(), { level: 6 }).length)
    }
    bytes += known.get(script) ?? 0
  }
  return bytes / 1000
}
