import type { Page } from '@playwright/test'
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
    const one = await story.aCase({
      familyName: 'Costa',
      givenNames: 'Ana',
      items: [{ area: 'omt', code: 'prescriber-named' }],
    })
    await story.aTreatment(one, { dosing: 'harbour' })
    const handoffId = await story.aHandoff(one)
    const out = await story.aCase({
      familyName: 'Nowak',
      givenNames: 'Piotr',
      releaseDate: '2026-03-26',
      releasedAt: new Date('2026-03-26T08:00:00Z'),
      releaseKind: 'unplanned',
    })
    await story.aTreatment(out, { dosing: 'harbour' })
    await story.aHandoff(out)
    const open = async (who: Parameters<typeof signIn>[1]): Promise<Page> => {
      const page = await openBrowser(browser, look)
      await signIn(page, who)
      return page
    }
    const ofCase = ['', '/four-minutes', '/doses', '/what-if', '/hand-over', '/first-48-hours'].map(
      (part) => `/cases/${one.episodeId}${part}`,
    )
    const nurse = await open('northgateNurse')
    await walk(
      nurse,
      [
        '/releases',
        '/releases?window=could-leave-today',
        '/persons',
        '/persons/add',
        '/release-lists',
        '/handoffs',
        '/dose-list',
        '/gaps',
        '/court-sheet',
        '/hours-to-confirm',
        ...ofCase,
        `/cases/${out.episodeId}/released`,
        `/cases/${out.episodeId}/release-sheet`,
      ],
      name,
    )
    const worker = await open('harbourWorker')
    await walk(
      worker,
      ['/inbox', '/dose-list', '/gaps', `/handoffs/${handoffId}`, `/cases/${one.episodeId}`, '/continuity'],
      name,
    )
    const manager = await open('northgateManager')
    await walk(manager, ['/continuity', '/continuity/dose-within-48-hours'], name)
    const administrator = await open('administrator')
    await walk(
      administrator,
      [
        '/services',
        `/services/${story.services.harbour}`,
        `/services/${story.services.harbour}/details`,
        `/services/${story.services.harbour}/hours`,
        '/rule-sets',
        '/rule-sets/routing-by-days/GB',
        '/releases',
        '/nowhere',
      ],
      name,
    )
    for (const page of [nurse, worker, manager, administrator]) await page.context().close()
  })
}
