import { z } from 'zod'

const PageNumber = z.coerce.number().int().min(1).max(1000).catch(1)

/** A page from an address that anybody can type: what is none is the first. */
export function readPage(text: string | string[] | undefined): number {
  return PageNumber.parse(text ?? 1)
}
