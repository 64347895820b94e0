/** Signs that nobody confuses when a code is read out: no vowels, no 0, 1, 5, no letters that look like them. */
export const CODE_SIGNS = '2346789BCDFGHJKMNPQRTVWXYZ'
export const CODE_LENGTH = 8

/** A code as it is typed: two groups of four, with or without the line between them. */
export const CODE_PATTERN = /^ *[2-9A-Za-z]{4}[- ]?[2-9A-Za-z]{4} *$/

/** A code holds so many days from the yes with which it was given. Ours: no source. */
export const CODE_LASTS_DAYS = 14

/** A code as it is kept: without the line, in capitals. */
export function codeKey(typed: string): string {
  return typed.replaceAll(/[- ]/g, '').toUpperCase()
}

/** A code as it is read out. */
export function shownCode(key: string): string {
  return `${key.slice(0, 4)}-${key.slice(4)}`
}
