import { describe, expect, it } from 'vitest'
import { decideSearch } from './search-person-input.ts'

describe('what somebody looks for', () => {
  it.each<[string, object]>([
    ['1985-03-12', { kind: 'birth', day: '1985-03-12' }],
    ['12.03.1985', { kind: 'birth', day: '1985-03-12' }],
    ['12/3/1985', { kind: 'birth', day: '1985-03-12' }],
    ['31.02.1985', { kind: 'number', number: '31.02.1985', nameKeys: ['31 02 1985'] }],
    ['b8141ax', { kind: 'number', number: 'B8141AX', nameKeys: ['b8141ax'] }],
    ["O'Neill", { kind: 'name', nameKeys: ['oneill'], words: ['oneill'] }],
    ['Müller Simon', { kind: 'name', nameKeys: ['muller simon', 'mueller simon'], words: ['muller', 'simon'] }],
    ['100 %', { kind: 'name', nameKeys: ['100'], words: ['100'] }],
    ["'; drop table person; --", { kind: 'name', nameKeys: ['drop table person'], words: ['drop', 'table', 'person'] }],
  ])('%s', (text, search) => {
    expect(decideSearch(text)).toEqual(search)
  })
})
