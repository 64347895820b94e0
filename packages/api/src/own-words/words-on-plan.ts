import type { Deed } from '@throughcare/db/as-actor'
import { recordWords, type StoredOwnWords } from '@throughcare/db/own-words/own-words-repository'

/** The words themselves stand in their own table; the fact of the plan only says that there are some. */
export const WORDS_RECORDED = 'recorded'
/** That the person chose not to is an answer of the plan as well. */
export const CHOSE_NOT_TO = 'chose-not-to'

/** What the fact of the plan says of these words. */
export function factOfWords({ sayings }: Pick<StoredOwnWords, 'sayings'>): typeof WORDS_RECORDED | typeof CHOSE_NOT_TO {
  return sayings.some(({ kind }) => kind === CHOSE_NOT_TO) ? CHOSE_NOT_TO : WORDS_RECORDED
}

/**
 * The one text that was typed on the four-minute plan; null where more is on record than that plan can show, which is then
 * changed where it is recorded.
 */
export function typedOnPlan({ sayings, readBack }: Pick<StoredOwnWords, 'sayings' | 'readBack'>): string | null {
  const [only, ...more] = sayings
  return only?.kind === 'as-said' && more.length === 0 && !readBack ? only.words : null
}

/**
 * Keeps the one text of the four-minute plan as the next version. Earlier words stay: nobody writes over them.
 *
 * @returns false when other words stand meanwhile
 */
export function recordTypedWords(
  deed: Deed,
  episodeId: string,
  standing: StoredOwnWords | null,
  words: string,
): Promise<boolean> {
  const saying = { kind: 'as-said', words, language: null, task: null } as const
  return recordWords(deed, episodeId, standing?.version ?? null, {
    sayings: [saying],
    readBack: false,
    // Nobody asked about these words.
    mayTravel: false,
  })
}
