import { BoardInput } from '@throughcare/domain/release/board-input'
import { describe, expect, it } from 'vitest'
import { boardAddress, isFiltered, readBoardAddress, withoutFilters } from './board-address.ts'

const plain = BoardInput.parse({})

describe('the address of the board', () => {
  it.each([
    [{}, '/releases'],
    [{ window: 'could-leave-today' }, '/releases?list=could-leave-today'],
    [{ cover: 'gap', handoffState: 'not-sent' }, '/releases?handoff=not-sent&doses=gap'],
    [{ plan: 'not-ready' }, '/releases?plan=not-ready'],
    [{ sort: 'name', descending: true, page: 3 }, '/releases?sort=name&page=3&order=down'],
  ] as const)('%j is %s and back', (change, address) => {
    expect(boardAddress(plain, change)).toBe(address)
    const search = Object.fromEntries(new URL(address, 'https://here.invalid').searchParams)
    expect(readBoardAddress(search)).toEqual({ ...plain, ...change })
  })

  it.each([
    { list: 'everybody' },
    { page: '0' },
    { page: '-1' },
    { page: '1e9' },
    { page: 'NaN' },
    { sort: "name'; drop table person; --" },
    { list: ['next-28-days', 'next-28-days'] },
    { __proto__: 'x', order: 'sideways' },
    { name: 'Hansen' },
  ])('whatever is not known is left out: %j', (search) => {
    expect(readBoardAddress(search as Record<string, string>)).toEqual(plain)
  })

  it('another filter begins at the first page, and all of them can go at once', () => {
    const third = { ...plain, window: 'out-last-48-hours', certainty: 'confirmed', page: 3 } as const
    expect(boardAddress(third, { cover: 'gap' })).toBe('/releases?list=out-last-48-hours&certainty=confirmed&doses=gap')
    expect(isFiltered(third)).toBe(true)
    expect(isFiltered(withoutFilters(third))).toBe(false)
    expect(boardAddress(withoutFilters(third))).toBe('/releases?list=out-last-48-hours')
  })
})
