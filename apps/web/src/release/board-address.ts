import { BoardInput } from '@throughcare/domain/release/board-input'
import { paths } from '../paths.ts'

type Search = { readonly [name: string]: string | string[] | undefined }

/** What stands in the address, and what it is called there. Codes and numbers only: nothing that was typed. */
const NAMES = {
  window: 'list',
  certainty: 'certainty',
  legalStatus: 'status',
  areaState: 'area',
  handoffState: 'handoff',
  cover: 'doses',
  plan: 'plan',
  sort: 'sort',
  page: 'page',
} as const

/** The board that an address asks for. Anybody can type an address: whatever in it is not known is left out. */
export function readBoardAddress(search: Search): BoardInput {
  const asked: Record<string, unknown> = { descending: search.order === 'down' }
  for (const [field, name] of Object.entries(NAMES)) {
    const value = field === 'page' ? Number(search[name]) : search[name]
    if (BoardInput.safeParse({ [field]: value }).success) asked[field] = value
  }
  return BoardInput.parse(asked)
}

/** The address of the board as it is, with some of it changed. Another list, filter or order begins at its first page. */
export function boardAddress(now: BoardInput, change: Partial<BoardInput> = {}): string {
  const next: BoardInput = { ...now, page: 1, ...change }
  const plain = BoardInput.parse({})
  const kept = Object.entries(NAMES).flatMap(([field, name]): [string, string | number][] => {
    const value = next[field as keyof typeof NAMES]
    return value === null || value === plain[field as keyof typeof NAMES] ? [] : [[name, value]]
  })
  return paths.releases({ ...Object.fromEntries(kept), order: next.descending ? 'down' : undefined })
}

/** Does any filter narrow this list? */
export function isFiltered(board: BoardInput): boolean {
  const { certainty, legalStatus, areaState, handoffState, cover, plan } = board
  return [certainty, legalStatus, areaState, handoffState, cover, plan].some((filter) => filter !== null)
}

/** This list without its filters. */
export function withoutFilters(board: BoardInput): BoardInput {
  return {
    ...board,
    certainty: null,
    legalStatus: null,
    areaState: null,
    handoffState: null,
    cover: null,
    plan: null,
    page: 1,
  }
}
