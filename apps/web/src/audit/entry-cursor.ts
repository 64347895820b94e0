import { z } from 'zod'

/** Behind which entry a page of the trail begins, as it stands in an address: the instant and the entry's id. */
export function cursorOf({ at, id }: { at: string; id: string }): string {
  return `${at}_${id}`
}

/** The same, read from an address; null for none, and for what is none. */
export function readCursor(text: string | string[] | undefined): { at: Date; id: string } | null {
  if (typeof text !== 'string') return null
  const [at = '', id = ''] = text.split('_')
  const read = z
    .object({ at: z.iso.datetime().transform((each) => new Date(each)), id: z.uuid() })
    .safeParse({ at, id })
  return read.success ? read.data : null
}
