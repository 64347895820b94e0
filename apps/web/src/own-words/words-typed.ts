import type { OwnWordsView } from '@throughcare/api/own-words/get-own-words'
import type { SayingKind, StrategyTask } from '@throughcare/domain/own-words/own-words-codes'

/** A saying as its fields hold it: a select is empty where nothing is chosen. */
export type TypedSaying = { kind: SayingKind; words: string; language: string; task: StrategyTask | '' }
export type TypedWords = {
  /** The version from which the fields were filled. */
  seenVersion: number | null
  answer: 'said' | 'chose-not-to'
  sayings: TypedSaying[]
  readBack: boolean
  mayTravel: boolean
}

/** An empty saying in the language that the person speaks. */
export function newSaying(language: string): TypedSaying {
  return { kind: 'strategy', words: '', language, task: '' }
}

/** What stands, as the fields show it. What is written down anew has to be read back anew, and asked about. */
export function typedWords(standing: OwnWordsView['standing'], language: string): TypedWords {
  const sayings = (standing?.sayings ?? []).flatMap((saying): TypedSaying[] =>
    saying.kind === 'chose-not-to'
      ? []
      : [{ kind: saying.kind, words: saying.words ?? '', language: saying.language ?? '', task: saying.task ?? '' }],
  )
  return {
    seenVersion: standing?.version ?? null,
    answer: standing && sayings.length === 0 ? 'chose-not-to' : 'said',
    sayings: sayings.length > 0 ? sayings : [newSaying(language)],
    readBack: false,
    mayTravel: false,
  }
}
