import type { Page } from '@playwright/test'
import { everyPage } from '../pages.ts'
import { expect, expectAccessible, openBrowser, signIn, test } from '../people.ts'

/** Dark and light, at the width of a desk and of a phone held in one hand. */
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

async function walk(page: Page, addresses: readonly string[], look: string): Promise<void> {
  for (const address of addresses) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, `${address} ${look}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${address} ${look} is wider than the screen`).toBeLessThanOrEqual(0)
  }
}

for (const look of LOOKS) {
  const name = `${look.colorScheme}, ${look.viewport.width} wide`
  test(`every page passes axe and fits the screen: ${name}`, async ({ browser, story }) => {
    test.setTimeout(240_000)
    for (const [who, addresses] of await everyPage(story)) {
      const page = await openBrowser(browser, look)
      await signIn(page, who)
      await walk(page, who === 'administrator' ? [...addresses, '/releases', '/nowhere'] : addresses, name)
      await page.context().close()
    }
  })
}
