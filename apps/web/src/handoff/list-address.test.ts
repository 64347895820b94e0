import { AREAS } from '@throughcare/domain/checklist/areas'
import { LIST_ORDERS, OUT_FILTERS, SENT_STATUSES } from '@throughcare/domain/handoff/handoff-filters'
import { HANDOFF_KINDS } from '@throughcare/domain/handoff/handoff-statuses'
import { INBOX_TABS } from '@throughcare/domain/handoff/inbox-tabs'
import { ListInboxInput, ListSentInput } from '@throughcare/domain/handoff/list-handoffs-input'
import { SENT_TABS } from '@throughcare/domain/handoff/sent-tabs'
import { describe, expect, it } from 'vitest'
import { inboxAddress, readInboxAddress, readSentAddress, sentAddress } from './list-address.ts'

const searchOf = (address: string) => Object.fromEntries(new URL(address, 'https://here.invalid').searchParams)
const ID = '019a0000-0000-7000-8000-000000000001'

/** Every way in which either list can be narrowed, on its first page and on a later one. */
function* narrowed() {
  for (const area of [null, ...AREAS])
    for (const kind of [null, ...HANDOFF_KINDS])
      for (const out of [null, ...OUT_FILTERS])
        for (const overdue of [false, true])
          for (const order of LIST_ORDERS)
            for (const serviceId of [null, ID])
              yield { area, kind, out, overdue, order, serviceId, page: overdue ? 7 : 1 }
}

describe('U24: the address is the state of a list', () => {
  it('of the inbox, whatever it is narrowed to, ordered by, and on whatever page', () => {
    for (const tab of INBOX_TABS)
      for (const workerId of [null, ID])
        for (const filters of narrowed()) {
          const input = ListInboxInput.parse({ ...filters, tab, workerId })
          expect(readInboxAddress(searchOf(inboxAddress(input, { page: input.page })))).toEqual(input)
        }
  })

  it('of what was sent too', () => {
    for (const tab of SENT_TABS)
      for (const status of [null, ...SENT_STATUSES])
        for (const filters of narrowed()) {
          if (filters.area !== null && status !== null) continue
          const input = ListSentInput.parse({ ...filters, tab, status })
          expect(readSentAddress(searchOf(sentAddress(input, { page: input.page })))).toEqual(input)
        }
  })

  it('keeps the filters from page to page and from order to order, and begins anew at the first page', () => {
    const input = readInboxAddress({ tab: 'mine', area: 'omt', out: 'released', page: '3' })
    expect(inboxAddress(input, { page: 4 })).toBe('/inbox?tab=mine&area=omt&out=released&page=4')
    expect(inboxAddress(input, { order: 'oldest-first' })).toBe(
      '/inbox?tab=mine&area=omt&out=released&order=oldest-first',
    )
    expect(inboxAddress(input, { area: null })).toBe('/inbox?tab=mine&out=released')
  })

  it('takes nothing that was typed: what is not known is left out, the rest is kept', () => {
    const plain = readInboxAddress({})
    for (const search of [
      { area: 'Nowak' },
      { who: 'Piotr' },
      { out: '<b>' },
      { page: '0' },
      { late: '1' },
      { text: 'Nowak' },
      { tab: ['new', 'mine'] },
    ])
      expect(readInboxAddress(search)).toEqual(plain)
    expect(readSentAddress({ area: 'housing', state: 'draftish' })).toMatchObject({ area: 'housing', status: null })
  })
})
