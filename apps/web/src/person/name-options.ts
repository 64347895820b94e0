import { writtenCountry } from '@throughcare/domain/custody-episode/countries'
import { OFFERED_LANGUAGES } from '@throughcare/domain/person/languages'
import type { SelectOption } from '@throughcare/ui/select'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Every country by its name in the reader's language, this prison's own first. Made on the server: browsers name some otherwise. */
export function countryOptions(locale: string, first: string): SelectOption[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const codes = LETTERS.flatMap((one) => LETTERS.map((two) => one + two)).filter(
    (code) => writtenCountry(code) === code,
  )
  return [first, ...byName(codes, (code) => names.of(code) ?? code, locale).filter((code) => code !== first)].map(
    (code) => ({ value: code, text: names.of(code) ?? code }),
  )
}

/** The languages spoken most, by their names in the reader's language. */
export function languageOptions(locale: string): SelectOption[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return byName([...OFFERED_LANGUAGES], (code) => names.of(code) ?? code, locale).map((code) => ({
    value: code,
    text: names.of(code) ?? code,
  }))
}

function byName<Code extends string>(codes: readonly Code[], nameOf: (code: Code) => string, locale: string): Code[] {
  const { compare } = new Intl.Collator(locale)
  return codes.toSorted((one, other) => compare(nameOf(one), nameOf(other)))
}
