import { MyListInput } from '@throughcare/domain/checklist/my-list-input'
import { paths } from '../paths.ts'

type Search = { readonly [name: string]: string | string[] | undefined }

/** What stands in the address, and what it is called there. Codes and a number only. */
const NAMES = { list: 'list', area: 'area', worker: 'who', page: 'page' } as const

/** The list that an address asks for. Anybody can type an address: whatever in it is not known is left out. */
export function readMyListAddress(search: Search): MyListInput {
  const asked: Record<string, unknown> = {}
  for (const [field, name] of Object.entries(NAMES)) {
    const value = field === 'page' ? Number(search[name]) : search[name]
    if (MyListInput.safeParse({ [field]: value }).success) asked[field] = value
  }
  return MyListInput.parse(asked)
}

/** The address of the list as it is, with some of it changed. Another list or filter begins at its first page. */
export function myListAddress(now: MyListInput, change: Partial<MyListInput> = {}): string {
  const next: MyListInput = { ...now, page: 1, ...change }
  const plain = MyListInput.parse({})
  const kept = Object.entries(NAMES).flatMap(([field, name]): [string, string | number][] => {
    const value = next[field as keyof typeof NAMES]
    return value === null || value === plain[field as keyof typeof NAMES] ? [] : [[name, value]]
  })
  return paths.myList(Object.fromEntries(kept))
}
