import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from '../people.ts'

/** What one page may make a phone at a prison gate fetch and run: script, gzipped. */
const MOST_KB = 200

test('no page sends more than 200 kB of script', async ({
  story,
  northgateNurse: nurse,
  harbourWorker: worker,
  northgateManager: manager,
  administrator,
}) => {
  const one = await story.aCase({ items: [{ area: 'omt', code: 'prescriber-named' }] })
  await story.aTreatment(one, { dosing: 'harbour' })
  const handoffId = await story.aHandoff(one)
  const at = (part: string): string => `/cases/${one.episodeId}${part}`
  const out = await story.aCase({ releaseDate: '2026-03-26', releasedAt: new Date('2026-03-26T08:00:00Z') })
  const atOut = (part: string): string => `/cases/${out.episodeId}${part}`
  const asked: (readonly [Page, readonly string[]])[] = [
    [
      nurse,
      [
        '/releases',
        '/persons',
        '/persons/add',
        '/release-lists',
        '/handoffs',
        '/dose-list',
        '/gaps',
        '/court-sheet',
        '/hours-to-confirm',
        at(''),
        at('/four-minutes'),
        at('/doses'),
        at('/what-if'),
        at('/hand-over'),
        atOut('/released'),
        atOut('/release-sheet'),
      ],
    ],
    [worker, ['/inbox', `/handoffs/${handoffId}`, at('/first-48-hours')]],
    [manager, ['/continuity', '/continuity/dose-within-48-hours']],
    [
      administrator,
      [
        '/services',
        `/services/${story.services.harbour}`,
        `/services/${story.services.harbour}/details`,
        `/services/${story.services.harbour}/hours`,
        '/rule-sets',
        `/rule-sets/depot-windows/${story.services.harbour}`,
      ],
    ],
  ]
  const sizes: Record<string, number> = {}
  for (const [page, addresses] of asked)
    for (const address of addresses) sizes[address.replace(one.episodeId, '…')] = await scriptKb(page, address)
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
