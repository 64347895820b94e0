import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { clockTimeIn, getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { PrintWording } from '@throughcare/domain/print-pack/print-codes'
import type { PrintAppointment, PrintPlace } from '@throughcare/domain/print-pack/print-pack'
import { formatDay } from './format-time.ts'
import { DATE_LOCALES, DEFAULT_LOCALE, directionOf, type Locale } from './locales.ts'
import type { SheetBlock, SheetLine } from './print-sheet.ts'
import { readMessages, type Words } from './read-messages.ts'
import { aboutLanguage, isReviewed } from './reviewed.ts'

/** What speaks on a page: its texts, and whatever is written differently from language to language. */
export type PrintWords = {
  locale: Locale
  t: (key: string, values?: Record<string, string>) => string
  /** An item of the checklist as the person says it; null for one that is not the person's work. */
  item: ((code: string) => string | null) & { heading: string }
  day: (day: PlainDate) => string
  /** A day with its time on the wall of the place. */
  moment: (at: string, zone: string) => string
  /** Text of another language: it keeps its own direction in a line that runs the other way. */
  free: (text: string) => string
  /** A number to ring: digits keep their order in every line. */
  number: (phone: string) => string
  list: (parts: readonly string[]) => string
  language: (code: string) => string
  /** A sentence on which a life may hang, with the English below it while nobody has reviewed the translation. */
  safety: (key: string, values?: Record<string, string>) => { text: string; english: string | null }
}

const [LEFT_TO_RIGHT, ITS_OWN, END] = ['\u2066', '\u2068', '\u2069']

const kept = new Map<Locale, PrintWords>()

/** The words of a language; read once per process. */
export function printWords(locale: Locale): PrintWords {
  const known = kept.get(locale) ?? readWords(locale)
  kept.set(locale, known)
  return known
}

function readWords(locale: Locale): PrintWords {
  const t = textsOf(locale, 'person-print')
  const english = textsOf(DEFAULT_LOCALE, 'person-print')
  const about = aboutLanguage(locale)
  const ownItems = (readMessages(locale)['person-item']?.do ?? {}) as Readonly<Record<string, string>>
  const isRtl = directionOf(locale) === 'rtl'
  const comma = isRtl ? '، ' : ', '
  const free = (text: string) => (isRtl ? `${ITS_OWN}${text}${END}` : text)
  const day = (date: PlainDate) => formatDay(date, locale, 'long')
  return {
    locale,
    t,
    item: Object.assign((code: string) => ownItems[code] ?? null, {
      heading: textsOf(locale, 'person-item')('heading'),
    }),
    day,
    moment: (at, zone) => {
      const [instant, place] = [new Date(at), getZone(zone)]
      return `${day(plainDateIn(instant, place))}${comma}${clockTimeIn(instant, place)}`
    },
    free,
    number: (phone) => (isRtl ? `${LEFT_TO_RIGHT}${phone}${END}` : phone),
    list: (parts) => parts.join(comma),
    language: (code) => new Intl.DisplayNames(DATE_LOCALES[locale], { type: 'language' }).of(code) ?? code,
    safety: (key, values) => ({
      text: t(key, values),
      english: isReviewed(locale, `person-print.${key}`, about) ? null : english(key, values),
    }),
  }
}

/**
 * Texts of a page hold nothing but plain placeholders (a test says so), and they are filled in here: next-intl speaks compiled
 * messages where it is bundled and written ones elsewhere, and a page must read the same in both.
 */
function textsOf(locale: Locale, namespace: string): (key: string, values?: Record<string, string>) => string {
  const messages = readMessages(locale)
  return (key, values = {}) => {
    let found: string | Words | undefined = messages[namespace]
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
    if (typeof found !== 'string') throw new Error(`there is no text ${namespace}.${key}`)
    return found.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  }
}

/** A word before what it names, as the language writes a colon. */
export function labelOf({ t, locale }: PrintWords, key: 'when' | 'where' | 'who' | 'phone'): string {
  return `${t(key)}${locale === 'fr' ? '\u00a0:' : ':'}`
}

/** Where a place is: with its name only where the person chose so. Null when there is nothing to say. */
export function whereLines(place: PrintPlace, words: PrintWords, wording: PrintWording): SheetLine[] {
  const { t, free, number } = words
  const named = wording === 'named'
  const address = named ? place.address : place.discreetAddress
  return [
    ...(named && place.service ? [{ label: labelOf(words, 'who'), text: free(place.service) }] : []),
    { label: labelOf(words, 'where'), text: address === null ? t('not-known-ask') : free(address) },
    ...(place.phone === null ? [] : [{ label: labelOf(words, 'phone'), text: number(place.phone) }]),
  ]
}

/** When and where somebody expects the person. */
export function appointmentLines(appointment: PrintAppointment, words: PrintWords, wording: PrintWording): SheetLine[] {
  const { at, day, timeZone, place } = appointment
  const when = at === null ? words.day(day) : words.moment(at, timeZone)
  return [{ label: labelOf(words, 'when'), text: when }, ...whereLines(place, words, wording)]
}

/** Sentences of safety under their heading; with a note while somebody has to read two languages. */
export function safetyBlock(keys: readonly string[], words: PrintWords, emergency: string): SheetBlock {
  const items = keys.map((key) => words.safety(`safety.${key}`, { emergency: words.number(emergency) }))
  return {
    kind: 'safety',
    heading: words.t('safety.heading'),
    note: items.some(({ english }) => english !== null) ? words.t('safety.unreviewed') : null,
    items,
  }
}
