import { z } from 'zod'

/** The languages offered first, as BCP 47 codes: those of the countries served, and those most spoken in their prisons. */
export const OFFERED_LANGUAGES = [
  'ar',
  'bg',
  'ckb',
  'cs',
  'da',
  'de',
  'en',
  'es',
  'et',
  'fa',
  'fi',
  'fr',
  'hr',
  'hu',
  'it',
  'ka',
  'kk',
  'ku',
  'lt',
  'lv',
  'nb',
  'nl',
  'nn',
  'pl',
  'ps',
  'pt',
  'ro',
  'rom',
  'ru',
  'se',
  'sk',
  'so',
  'sq',
  'sr',
  'sv',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
] as const
export type OfferedLanguage = (typeof OFFERED_LANGUAGES)[number]

/**
 * A language as a code of BCP 47: `nb`, `pt-BR`, `ckb`, `sr-Latn`. Two letters must be a code of ISO 639-1; three
 * letters are taken as written. Parses to itself.
 */
export const Language = z
  .string('person.language.missing')
  .refine((code) => writtenLanguage(code) === code, 'person.language.not-a-language-code')

/** The code as BCP 47 writes it (`PT-br` becomes `pt-BR`), or null when it is none. */
export function writtenLanguage(code: string): string | null {
  const [, language, script, region] =
    /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/i.exec(code.trim().replaceAll('_', '-')) ?? []
  if (language === undefined) return null
  const written = language.toLowerCase()
  if (written.length === 2 && !ISO_639_1.has(written)) return null
  return [
    written,
    script === undefined ? [] : script.charAt(0).toUpperCase() + script.slice(1).toLowerCase(),
    region === undefined ? [] : region.toUpperCase(),
  ]
    .flat()
    .join('-')
}

const ISO_639_1: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
    'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ' +
    'ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn ' +
    'no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta ' +
    'te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)
