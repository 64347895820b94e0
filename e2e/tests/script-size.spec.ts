import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { everyPage } from '../pages.ts'
import { expect, openBrowser, signIn, test } from '../people.ts'

/** What one page may make a phone at a prison gate fetch and run: script, gzipped. */
const MOST_KB = 200

test('no page sends more than 200 kB of script', async ({ browser, story }) => {
  test.setTimeout(120_000)
  const sizes: Record<string, number> = {}
  for (const [who, addresses] of await everyPage(story)) {
    const page = await openBrowser(browser)
    await signIn(page, who)
    for (const address of addresses) sizes[`${address} (${who})`] = await scriptKb(page, address)
    await page.context().close()
  }
  for (const [address, kb] of Object.entries(sizes)) console.log(`${kb.toFixed(0).padStart(4)} kB  ${address}`)
  expect(Object.entries(sizes).filter(([, kb]) => kb > MOST_KB)).toEqual([])
})

/** Every script that the page names, as tags or as parts to load at once; each fetched, gzipped and added up. */
async function scriptKb(page: Page, address: string): Promise<number> {
  const html = await (await page.request.get(address)).text()
  // The old browsers' share is named as well, and no browser that runs modules fetches it.
  const ours = html.replaceAll(/<script[^>]* noModule[^>]*>/gi, '')
  const scripts = new Set(ours.match(/static\/chunks\/[\w./~-]+\.js/g))
  expect(scripts.size, `${address} names no script`).toBeGreaterThan(0)
  let bytes = 0
  for (const script of scripts) {
    const answer = await page.request.get(`/_next/${script}`)
    expect(answer.ok(), script).toBe(true)
    bytes += gzipSync(await answer.body(), { level: 6 }).length
  }
  return bytes / 1000
}
