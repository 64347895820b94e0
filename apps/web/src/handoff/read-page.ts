import { z } from 'zod'

const PageNumber = z.coerce.number().int().min(1).max(1000).catch(1)

/** A tab and a page from an address that anybody can type: what is none of them is the first. */
export function readTabAndPage<Tab extends string>(
  tabs: readonly [Tab, ...Tab[]],
  query: { readonly [name: string]: string | string[] | undefined },
): { tab: Tab; page: number } {
  return { tab: tabs.find((tab) => tab === query.tab) ?? tabs[0], page: PageNumber.parse(query.page ?? 1) }
}
