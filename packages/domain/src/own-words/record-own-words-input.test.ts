import { describe, expect, it } from 'vitest'
import { RecordOwnWordsInput } from './record-own-words-input.ts'

const ID = '019526a0-0000-7000-8000-000000000001'
const saying = { kind: 'strategy', words: 'I take the other street', language: 'en', task: null }
const said = {
  episodeId: ID,
  requestId: ID,
  seenVersion: null,
  answer: 'said',
  sayings: [saying],
  readBack: true,
  mayTravel: true,
}

describe('own words as they are sent', () => {
  it.each([
    ['one saying', said, null],
    ['five sayings', { ...said, sayings: Array(5).fill(saying) }, null],
    ['chose not to', { ...said, answer: 'chose-not-to', sayings: [], readBack: false, mayTravel: false }, null],
    ['six sayings', { ...said, sayings: Array(6).fill(saying) }, 'own-words.sayings.too-many'],
    ['none', { ...said, sayings: [] }, 'own-words.sayings.missing'],
    ['chose not to, and said', { ...said, answer: 'chose-not-to' }, 'own-words.sayings.unexpected'],
    ['not read back', { ...said, readBack: false }, 'own-words.readBack.missing'],
    ['spaces', { ...said, sayings: [{ ...saying, words: '  ' }] }, 'own-words.words.missing'],
    [
      'a goal with a task',
      { ...said, sayings: [{ ...saying, kind: 'goal', task: 'depot' }] },
      'own-words.task.not-a-strategy',
    ],
    [
      'a language in words',
      { ...said, sayings: [{ ...saying, language: 'English' }] },
      'person.language.not-a-language-code',
    ],
  ])('%s', (_what, input, fault) => {
    const parsed = RecordOwnWordsInput.safeParse(input)
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toBe(fault)
  })
})
