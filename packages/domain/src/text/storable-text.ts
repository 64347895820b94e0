/**
 * Why a text cannot be kept as it is.
 *
 * cannot-be-stored: a NUL (PostgreSQL refuses it) or half a character (a lone surrogate, which would silently turn
 * into another) · hidden-character: one that nobody sees and that changes how a name reads · could-not-be-read: the
 * mark that a decoder leaves where it failed · too-many-marks: accents stacked until the line is unreadable.
 */
export const TEXT_FAULTS = ['cannot-be-stored', 'hidden-character', 'could-not-be-read', 'too-many-marks'] as const
export type TextFault = (typeof TEXT_FAULTS)[number]

/**
 * Can this text be stored and read back letter for letter? Null when it can.
 *
 * For notes: direction marks, emoji and control characters other than NUL are kept as they are.
 */
export function textFault(text: string): 'cannot-be-stored' | null {
  return text.includes('\u0000') || !text.isWellFormed() ? 'cannot-be-stored' : null
}

/**
 * Can this text be a name, a number or a place? Null when it can.
 *
 * A name stands in lists beside other names, so nothing may be in it that hides or turns the letters around it:
 * control characters, direction overrides, invisible spaces. The joiners of Persian and Indic scripts, and of emoji,
 * are letters' business and stay.
 */
export function nameFault(text: string): TextFault | null {
  const fault = textFault(text)
  if (fault) return fault
  if (UNREADABLE.test(text)) return 'could-not-be-read'
  if (HIDDEN.test(text)) return 'hidden-character'
  return STACKED_MARKS.test(text) ? 'too-many-marks' : null
}

/**
 * The first character that stands in the way, as people look it up: `U+202E`. Null when there is none, or when the
 * fault is one of number (stacked marks).
 */
export function offendingCharacter(text: string): string | null {
  for (const character of text) {
    if (nameFault(character) === null) continue
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  }
  return null
}

/** How long people would call it: characters, not the halves that a computer stores some of them in. */
export function characterCount(text: string): number {
  let count = 0
  for (const _character of text) count += 1
  return count
}

/** U+FFFD: a decoder met bytes that it could not read, so the letters before and after are doubtful as well. */
const UNREADABLE = /\uFFFD/u

/** Controls, line separators, direction marks and overrides, invisible spaces, tags, and code points that are no characters. */
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\p{Noncharacter_Code_Point}\u{E0000}-\u{E007F}]/u

/** Vietnamese needs two marks on a letter, Tibetan and Thai up to five. Nine in a row are no name. */
const STACKED_MARKS = /\p{M}{9}/u
