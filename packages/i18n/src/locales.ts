/** The languages of the screens. Both are complete: a test fails when a key or a placeholder is missing in one. */
export const LOCALES = ['en', 'nb'] as const
export type Locale = (typeof LOCALES)[number]

export const DEFAULT_LOCALE: Locale = 'en'

/** Each language as its readers call it. */
export const LOCALE_NAMES = { en: 'English', nb: 'Norsk bokmål' } as const satisfies Record<Locale, string>

/** The cookie that keeps the choice before anybody is signed in; holds one of LOCALES and nothing else. */
export const LOCALE_COOKIE = 'throughcare-language'

/** How dates are written: English dates here are day first. */
export const DATE_LOCALES = { en: 'en-GB', nb: 'nb-NO' } as const satisfies Record<Locale, string>

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

/**
 * Which language does this reader get? The account's own choice, then the cookie of this device, then what the browser
 * asks for, then English. Norwegian in any of its codes (nb, nn, no) gets Bokmål.
 */
export function decideLocale(asked: {
  account?: string | null | undefined
  cookie?: string | null | undefined
  acceptLanguage?: string | null | undefined
}): Locale {
  if (isLocale(asked.account)) return asked.account
  if (isLocale(asked.cookie)) return asked.cookie
  for (const language of languagesByWish(asked.acceptLanguage ?? '')) {
    const code = language.split('-')[0]?.toLowerCase()
    if (code === 'nn' || code === 'no') return 'nb'
    if (isLocale(code)) return code
  }
  return DEFAULT_LOCALE
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
