/**
 * The languages that a person can read their papers in. What the person reads (namespaces `person-…`) is complete in each:
 * a test fails when a text, a placeholder or a plural form is missing in one.
 */
export const LOCALES = ['en', 'nb', 'de', 'fr', 'nl', 'pt', 'ar'] as const
export type Locale = (typeof LOCALES)[number]

/** The languages of the screens of staff. Two are complete; in the others, what is missing is in English and marked so. */
export const SCREEN_LOCALES = ['en', 'nb', 'de', 'fr', 'nl', 'pt'] as const satisfies readonly Locale[]
export const COMPLETE_LOCALES = ['en', 'nb'] as const satisfies readonly Locale[]

export const DEFAULT_LOCALE: Locale = 'en'

/** Each language as its readers call it. */
export const LOCALE_NAMES = {
  en: 'English',
  nb: 'Norsk bokmål',
  de: 'Deutsch',
  fr: 'Français',
  nl: 'Nederlands',
  pt: 'Português',
  ar: 'العربية',
} as const satisfies Record<Locale, string>

/** The cookie that keeps the choice before anybody is signed in; holds one of SCREEN_LOCALES and nothing else. */
export const LOCALE_COOKIE = 'throughcare-language'

/**
 * How dates and numbers are written. English dates here are day first; Arabic ones keep the digits 0 to 9, which stand on
 * the signs, timetables and telephones of the countries served.
 */
export const DATE_LOCALES = {
  en: 'en-GB',
  nb: 'nb-NO',
  de: 'de-DE',
  fr: 'fr-FR',
  nl: 'nl-NL',
  pt: 'pt-PT',
  ar: 'ar-u-nu-latn-ca-gregory',
} as const satisfies Record<Locale, string>

/** Which way a language is written, as the attribute `dir` says it. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

function isScreenLocale(text: unknown): text is Locale {
  return SCREEN_LOCALES.some((locale) => locale === text)
}

/**
 * Which language does this reader get? The account's own choice, then the cookie of this device, then what the browser
 * asks for, then English. Norwegian in any of its codes (nb, nn, no) gets Bokmål. Only a complete language is chosen for
 * somebody who has not asked for it here.
 */
export function decideLocale(asked: {
  account?: string | null | undefined
  cookie?: string | null | undefined
  acceptLanguage?: string | null | undefined
}): Locale {
  if (isScreenLocale(asked.account)) return asked.account
  if (isScreenLocale(asked.cookie)) return asked.cookie
  for (const language of languagesByWish(asked.acceptLanguage ?? '')) {
    const locale = localeOf(language)
    if (COMPLETE_LOCALES.some((complete) => complete === locale)) return locale ?? DEFAULT_LOCALE
  }
  return DEFAULT_LOCALE
}

export type PersonLanguage = {
  /** In which language the papers are printed. */
  locale: Locale
  /** The language they speak best, as a BCP 47 code, where there are no texts in it; null otherwise. */
  withoutTexts: string | null
}

/**
 * In which language does this person read? The first of their languages that has texts, else English; and when the one they
 * speak best has none, it is named, because then somebody has to call an interpreter.
 *
 * @param languages BCP 47 codes, best first; empty when nobody asked.
 */
export function personLanguage(languages: readonly string[]): PersonLanguage {
  const [best] = languages
  const locale = languages.map(localeOf).find((found) => found !== null) ?? DEFAULT_LOCALE
  return { locale, withoutTexts: best !== undefined && localeOf(best) === null ? best : null }
}

function localeOf(language: string): Locale | null {
  const code = language.split('-')[0]?.toLowerCase()
  if (code === 'nn' || code === 'no') return 'nb'
  return isLocale(code) ? code : null
}

const MOST_LANGUAGES = 20

/** `nb;q=0.8, en` → en, nb. Weights that are no number count as refused. */
function languagesByWish(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',', MOST_LANGUAGES)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ tag }) => tag)
}
