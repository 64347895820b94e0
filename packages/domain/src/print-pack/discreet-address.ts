import { tellingWords } from '../own-words/telling-words.ts'

/** Where a place stands, and what it calls itself. */
export type NamedAddress = {
  /** As somebody wrote it: parts with commas or lines between them. */
  address: string | null
  /** In free words an address begins at its first number: what comes before is the name of the place. */
  isFreeText: boolean
}

/**
 * An address that names no service and no medicine: the parts that do are left out (rule PRN-3). What stands on paper in a
 * person's pocket says where to go and not what for.
 *
 * @param names of services that must not stand there
 * @returns null when nothing is left to go to
 */
export function discreetAddress({ address, isFreeText }: NamedAddress, names: readonly string[]): string | null {
  const parts = (address ?? '')
    .split(/[,\n;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const from = isFreeText ? parts.findIndex((part) => /\d/.test(part)) : 0
  const kept =
    from < 0 ? [] : parts.slice(from).filter((part) => tellingWords(part, names).length === 0 && !isOf(part, names))
  return kept.length > 0 ? kept.join(', ') : null
}

/** A part that is a piece of a name gives it away as well: "Harbour" of "Harbour Recovery". */
function isOf(part: string, names: readonly string[]): boolean {
  const plain = part.toLowerCase()
  return plain.length > 3 && names.some((name) => name.toLowerCase().split(/\s+/).includes(plain))
}
