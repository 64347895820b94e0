import { notFound } from 'next/navigation'
import { z } from 'zod'

/** The id in an address; what is none leads to the same page as an id that does not exist. */
export function idOrNotFound(text: string): string {
  return z.uuid().safeParse(text).success ? text : notFound()
}
