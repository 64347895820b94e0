import type { RefusedCell, ReleaseListFault } from './parse-release-list-line.ts'

/**
 * The reason as one plain English sentence, the same in the screen's English texts, in the file that a prison's
 * register system gets back, and in the cases that we are checked against. Other languages are in packages/i18n
 * under the same codes.
 */
export function becauseOf({ field, code }: RefusedCell): string {
  return `${field} ${BECAUSE[code]}`
}

const BECAUSE = {
  missing: 'is missing',
  'cannot-be-stored': 'has a character that cannot be stored',
  'hidden-character': 'has a character that cannot be stored',
  'could-not-be-read': 'has a character that could not be read',
  'too-many-marks': 'has too many marks on one letter',
  'too-long': 'is too long',
  'not-a-date': 'is not a date',
  'in-future': 'is in the future',
  'too-long-ago': 'is too long ago',
  'too-far': 'is too far in the future',
  'before-date-of-birth': 'is before date_of_birth',
  'before-admitted-on': 'is before admitted_on',
  'not-known': 'is not known',
  'not-a-country-code': 'is not a country code',
  'not-a-language-code': 'is not a language code',
  'cannot-be-used-here': 'cannot be used here: check it, and if it is right ring the duty desk',
  'too-many-cells': 'is followed by more cells than the header has',
} as const satisfies Record<ReleaseListFault, string>
