import { GapBoardInput } from '@throughcare/domain/gap/gap-board-input'
import { paths } from '../paths.ts'

type Search = { readonly [name: string]: string | string[] | undefined }

/** What stands in the address, and what it is called there. Codes, ids and days only. */
const NAMES = { part: 'list', cause: 'cause', serviceId: 'place', day: 'day', page: 'page' } as const

/** The board that an address asks for. Anybody can type an address: whatever in it is not known is left out. */
export function readGapAddress(search: Search): GapBoardInput {
  const asked: Record<string, unknown> = {}
  for (const [field, name] of Object.entries(NAMES)) {
    const value = field === 'page' ? Number(search[name]) : search[name]
    if (GapBoardInput.safeParse({ [field]: value }).success) asked[field] = value
  }
  return GapBoardInput.parse(asked)
}

/** The address of the board as it is, with some of it changed. Another list or cause begins at its first page. */
export function gapAddress(now: GapBoardInput, change: Partial<GapBoardInput> = {}): string {
  const next: GapBoardInput = { ...now, page: 1, ...change }
  const plain = GapBoardInput.parse({})
  const kept = Object.entries(NAMES).flatMap(([field, name]): [string, string | number][] => {
    const value = next[field as keyof typeof NAMES]
    return value === null || value === plain[field as keyof typeof NAMES] ? [] : [[name, value]]
  })
  return paths.gaps(Object.fromEntries(kept))
}

/** The whole list of this part: without a cause. */
export const WITHOUT_CAUSE = { cause: null, serviceId: null, day: null } as const
