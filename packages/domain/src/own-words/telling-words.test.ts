import { describe, expect, it } from 'vitest'
import { tellingWords } from './telling-words.ts'

describe('names that give a person away', () => {
  it.each([
    ['I go there at noon, nobody asks', []],
    ['My methadone at Harbour Recovery, early', ['methadone', 'Harbour Recovery']],
    ['Méthadone le matin', ['Méthadone']],
    ['Ich nehme Polamidon', ['Polamidon']],
    ['Min LAR-time er klokka ni', ['LAR']],
    ['I want to study art and go to the lar', []],
    ['harbour recovery knows', ['harbour recovery']],
    ['الميثادون و ميثادون', ['الميثادون', 'ميثادون']],
    ['Subutex, and Subutex again', ['Subutex']],
    ['Harbour Recovery, then methadone', ['Harbour Recovery', 'methadone']],
    ['un traitement substitutif à Rouen', ['traitement substitutif']],
    ['ميثادون عند الباب', ['ميثادون']],
    ['', []],
    ['  ', []],
  ])('%s', (words, names) => {
    expect(tellingWords(words, ['Harbour Recovery', ''])).toEqual(names)
  })
})
