/** The three parts as somebody typed them, not yet a date. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

const EMPTY: TypedDate = { day: '', month: '', year: '' }

/**
 * What the form holds for three typed parts: '' when all are empty, `2026-03-26` when all are numbers
 * (also when there is no such day: the schema says so), else what was typed joined by hyphens, so that nothing is lost.
 */
export function joinTypedDate({ day, month, year }: TypedDate): string {
  const parts = [year.trim(), month.trim(), day.trim()]
  if (parts.every((part) => part === '')) return ''
  const [y = '', m = '', d = ''] = parts
  return [y, /^\d$/.test(m) ? `0${m}` : m, /^\d$/.test(d) ? `0${d}` : d].join('-')
}

/** The parts of what the form holds; the opposite of `joinTypedDate`. */
export function splitTypedDate(text: string): TypedDate {
  if (text === '') return EMPTY
  const [year = '', month = '', ...rest] = text.split('-')
  return { day: rest.join('-'), month, year }
}

/** A whole date pasted into one part: `2026-03-26`, or `26.3.2026`, `26/03/2026`, `26 3 2026`. Null when it is something else. */
export function findPastedDate(text: string): TypedDate | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' }
  const european = /^\s*(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4})\s*$/.exec(text)
  if (european) return { day: european[1] ?? '', month: european[2] ?? '', year: european[3] ?? '' }
  return null
}
