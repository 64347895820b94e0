import { describe, expect, it } from 'vitest'
import { myListAddress, readMyListAddress } from './my-list-address.ts'

describe('the address of the list', () => {
  it.each([
    ['/my-list', {}],
    ['/my-list?list=blocked', { list: 'blocked' }],
    ['/my-list?area=housing&who=mine&page=3', { area: 'housing', worker: 'mine', page: 3 }],
  ] as const)('%s is read and written alike', (address, asked) => {
    const search = Object.fromEntries(new URL(address, 'http://here').searchParams)
    const read = readMyListAddress(search)
    expect(read).toMatchObject(asked)
    expect(myListAddress(read, { page: read.page })).toBe(address)
  })

  it('leaves out what it does not know', () => {
    const read = readMyListAddress({ list: 'tomorrow', area: '<script>', who: ['mine'], page: '0' })
    expect(read).toEqual({ list: 'today', area: null, worker: 'everybody', page: 1 })
  })

  it('begins another list at its first page', () => {
    expect(myListAddress(readMyListAddress({ page: '4', who: 'mine' }), { list: 'later' })).toBe(
      '/my-list?list=later&who=mine',
    )
  })
})
