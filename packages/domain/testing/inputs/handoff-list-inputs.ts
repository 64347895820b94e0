import { StateCapacityInput } from '../../src/capacity/capacity.ts'
import { AssignHandoffsInput, PreviewHandoffsInput } from '../../src/handoff/assign-handoffs-input.ts'
import { HandoffByIdInput, ListInboxInput, ListSentInput } from '../../src/handoff/list-handoffs-input.ts'
import { WhatBecameInput } from '../../src/release/what-became-input.ts'
import { KeepFilterInput, RemoveFilterInput } from '../../src/saved-filter/saved-filter-input.ts'
import { ShiftInput } from '../../src/shift/shift-input.ts'
import { ID, type InputSample, REQUEST } from './sample.ts'

const NARROWED = {
  area: 'omt',
  kind: 'emergency',
  serviceId: ID,
  out: 'released',
  overdue: true,
  order: 'oldest-first',
}
const INBOX = { ...NARROWED, tab: 'new', workerId: ID }
const SENT = { ...NARROWED, tab: 'waiting', status: 'sent' }
const FILTERS = ['area', 'kind', 'serviceId', 'out', 'overdue', 'order']
const LINES = { handoffs: [{ handoffId: ID, seenVersion: 0 }], workerId: ID }

/** The lists of handoffs, what is done with several of them, and who does it. */
export const HANDOFF_LIST_INPUTS: Readonly<Record<string, InputSample>> = {
  'handoff.by-id': { schema: HandoffByIdInput, takes: { handoffId: ID, historyPage: 2 }, defaults: ['historyPage'] },
  'handoff.inbox': {
    schema: ListInboxInput,
    takes: { ...INBOX, page: 1 },
    defaults: [...FILTERS, 'workerId'],
  },
  'handoff.sent': { schema: ListSentInput, takes: { ...SENT, page: 1000 }, defaults: [...FILTERS, 'status'] },
  'handoff.preview': { schema: PreviewHandoffsInput, takes: LINES },
  'handoff.assign': { schema: AssignHandoffsInput, takes: { ...LINES, ...REQUEST } },
  'saved-filter.keep': {
    schema: KeepFilterInput,
    takes: { ...REQUEST, name: 'Out, and nobody has them', isShared: true, query: { list: 'inbox', ...INBOX } },
  },
  'shift.digest': { schema: ShiftInput, takes: { day: '2026-11-21', time: '07:00' } },
  'release.what-became': {
    schema: WhatBecameInput,
    takes: { week: '2026-11-16', outcome: 'met' },
    defaults: ['week', 'outcome'],
  },
  'saved-filter.remove': { schema: RemoveFilterInput, takes: { ...REQUEST, filterId: ID } },
  'capacity.state': {
    schema: StateCapacityInput,
    takes: { accountId: ID, ...REQUEST, says: 'room', awayUntil: null, room: 3 },
  },
}
