import type { Page } from '@playwright/test'
import { storeCase } from '@throughcare/api/matrix/stored-case'
import type { CastPerson } from '@throughcare/db/testing/cast'
import { HOSTILE, writeHostileText } from '../hostile-text.ts'
import { everyPage } from '../pages.ts'
import { expect, openBrowser, signIn, test } from '../people.ts'
import type { JourneyStory } from '../story.ts'
import { theWorld } from '../world.ts'

/** Pages on which hostile text has to have been seen, or this proves nothing. */
const FEWEST_SHOWING = 25
/** An item by its id, and what there is only after the release. */
const OF_THIS_CASE_ALONE = /\/(items\/|released$|how-was-it$)/
const LAST_WORDS = HOSTILE.slice(-8)

/** What ran, and what the browser refused because of the page's policy. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('heard', (line: string) => heard.push(line))
  await page.addInitScript(() => {
    const here = window as unknown as { heard: (line: string) => void; hit: () => void }
    here.hit = () => here.heard('a text ran')
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      here.heard(`${violatedDirective} ${blockedURI}`),
    )
  })
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => heard.push(error.message))
  return heard
}

/** Every page of the product; those of a case, of one in which every table has a row. */
async function everyPageOf(story: JourneyStory): Promise<ReadonlyMap<CastPerson, readonly string[]>> {
  const { services, accounts } = theWorld()
  const one = await storeCase(story.owner, {
    prison: services.northgate,
    releasedAt: null,
    handoffs: [],
    answersFor: services.northgate,
    by: accounts.northgateNurse,
  })
  const known = await everyPage(story)
  const ofNurse = (known.get('northgateNurse') ?? []).map((address) =>
    OF_THIS_CASE_ALONE.test(address) ? address : address.replace(/^\/cases\/[^/]+/, `/cases/${one.episodeId}`),
  )
  return new Map([...known, ['northgateNurse', [...new Set(ofNurse)]]])
}

test('C02: whatever anybody types stays text, on every page and on paper', async ({ browser, story }) => {
  test.setTimeout(240_000)
  const hostile = await writeHostileText(story.owner)
  try {
    const faults: string[] = []
    let walked = 0
    let showing = 0
    for (const [who, addresses] of await everyPageOf(story)) {
      const page = await openBrowser(browser)
      const heard = await listen(page)
      await signIn(page, who)
      for (const address of addresses) {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        const made = await page.locator('img[src="x"], svg[onload], [onerror]').count()
        walked += 1
        if (await page.getByText(LAST_WORDS).first().isVisible()) showing += 1
        if (made > 0) faults.push(`${address} (${who}): ${made} elements out of text`)
        faults.push(...heard.splice(0).map((line) => `${address} (${who}): ${line}`))
      }
      await page.context().close()
    }
    console.log(`${hostile.columns} columns, ${walked} pages, ${showing} of them show hostile text`)
    expect(faults).toEqual([])
    expect(showing).toBeGreaterThanOrEqual(FEWEST_SHOWING)
  } finally {
    await hostile.end()
  }
})
