import { globSync } from 'node:fs'
import type { StoredCase } from '@throughcare/api/matrix/case-to-store'
import { INDICATORS } from '@throughcare/domain/continuity/indicators'
import { PRINT_SHEETS } from '@throughcare/domain/print-pack/print-codes'

const APP = new URL('../apps/web/src/app/', import.meta.url)

/** A case with what else can stand in an address. */
export type Addressed = StoredCase & { letterIds: readonly string[] }

/** What stands for each part of an address that is no word. An address about one case has one of the first. */
const PARTS: Readonly<Record<string, (of: Addressed) => readonly string[]>> = {
  episodeId: ({ episodeId }) => [episodeId],
  handoffId: ({ handoffs, episodeId }) => [handoffs[0]?.id ?? episodeId],
  itemId: ({ items }) => [items.omt, items.partner],
  letterId: ({ letterIds }) => letterIds.slice(0, 2),
  keptDateId: ({ items }) => [items.housing],
  sheet: () => PRINT_SHEETS,
  // No request stands on the stage: whose it may be is asked by its procedures.
  dataRequestId: ({ consentId }) => [consentId],
  // No figures have left on the stage: whose they may be is asked by their procedures.
  exportId: ({ consentId }) => [consentId],
  listId: ({ listId }) => [listId],
  serviceId: ({ placeId }) => [placeId],
  indicator: () => INDICATORS.slice(0, 1),
  kind: () => ['supply-limits'],
  scope: ({ placeId }) => [placeId],
}
const OF_A_CASE = ['episodeId', 'handoffId']

/** A page of the product, as its folder has it. */
export type Route = { pattern: string; isAboutACase: boolean; addresses: (of: Addressed) => string[] }

/** Every page that there is, from the folders of apps/web: `/cases/[episodeId]/doses`. */
export function everyRoute(): Route[] {
  const files = globSync('**/page.tsx', { cwd: APP.pathname })
  return files
    .map((file) => `/${file.replace(/(^|\/)page\.tsx$/, '').replaceAll(/\([^)]*\)\/?/g, '')}`.replace(/(.)\/$/, '$1'))
    .toSorted()
    .map((pattern) => {
      const parts = [...pattern.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
      for (const name of parts)
        if (!PARTS[name]) throw new Error(`${pattern}: say in e2e/routes.ts what stands for [${name}]`)
      return {
        pattern,
        isAboutACase: parts.some((name) => OF_A_CASE.includes(name)),
        addresses: (of) =>
          parts.reduce(
            (filled, name) =>
              filled.flatMap((one) =>
                (PARTS[name]?.(of) ?? []).map((value) => one.replace(`[${name}]`, encodeURIComponent(value))),
              ),
            [pattern],
          ),
      }
    })
}
