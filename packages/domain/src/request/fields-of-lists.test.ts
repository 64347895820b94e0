import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../testing/faults-of.ts'
import { AT, ID } from '../../testing/inputs/sample.ts'

type Case = [said: string, otherwise: Record<string, unknown>, faults: string[]]

const times = <Thing>(count: number, thing: Thing): Thing[] => Array.from({ length: count }, () => thing)
const letters = (count: number): string => 'a'.repeat(count)
const LINE = { itemId: ID, seenVersion: 3 }
const HANDOFF = { handoffId: ID, seenVersion: 0 }
const PERIOD = { country: 'GB', years: 8, source: 'the schedule of the trust', reviewBy: '2027-11-20' }
const ITEMS: readonly Case[] = [
  ['nothing', { items: [] }, ['items: item-work.items.missing']],
  ['an item twice', { items: [LINE, LINE] }, ['items: item-work.items.twice']],
  ['two items', { items: [LINE, { ...LINE, itemId: ID.replace(/1$/, '2') }] }, []],
  ['more than a hundred', { items: times(101, LINE) }, ['items: item-work.items.too-many']],
  ['no such item', { items: [{ ...LINE, itemId: 'x' }] }, ['items.0.itemId: checklist.itemId.invalid']],
]
const HANDOFFS: readonly Case[] = [
  ['nothing', { handoffs: [] }, ['handoffs: handoff-list.handoffs.missing']],
  ['a handoff twice', { handoffs: [HANDOFF, HANDOFF] }, ['handoffs: handoff-list.handoffs.twice']],
  ['more than a hundred', { handoffs: times(101, HANDOFF) }, ['handoffs: handoff-list.handoffs.too-many']],
  [
    'no such handoff',
    { handoffs: [{ ...HANDOFF, handoffId: 'x' }] },
    ['handoffs.0.handoffId: handoff.handoffId.invalid'],
  ],
]
const BEHIND: readonly Case[] = [
  ['from now', { before: null }, []],
  ['behind no instant', { before: { at: 'x', id: ID } }, ['before.at: audit.before.missing']],
  [
    'behind an instant that cannot be',
    { before: { at: new Date('1800-01-01T00:00:00Z'), id: ID } },
    ['before.at: audit.before.impossible'],
  ],
  ['behind no entry', { before: { at: AT, id: 'x' } }, ['before.id: audit.before.invalid']],
]
/** A page of a list: counted from one, and never beyond what anybody reads. */
const page = (field: string, key: string, last: number): readonly Case[] => [
  ['the first page', { [field]: 1 }, []],
  ['page nought', { [field]: 0 }, [`${field}: ${key}.invalid`]],
  ['the last page', { [field]: last }, []],
  ['the page behind the last', { [field]: last + 1 }, [`${field}: ${key}.invalid`]],
]

/** What is chosen from lists, pages and figures: the sample of INPUT_SCHEMAS, said otherwise, and what is found, where. */
const FIELDS: Record<string, readonly Case[]> = {
  'notice.list': page('page', 'notice.page', 10_000),
  'notice.mark-read': [
    ['none', { noticeIds: [] }, ['noticeIds: notice.ids.missing']],
    ['fifty', { noticeIds: times(50, ID) }, []],
    ['more than fifty', { noticeIds: times(51, ID) }, ['noticeIds: notice.ids.too-many']],
  ],
  'notice.choose': [
    ['no colleague to send them to', { colleagueId: null }, ['colleagueId: notice.colleague.missing']],
    ['a colleague who gets none', { ways: {} }, []],
    ['nobody, and nothing to send', { ways: {}, colleagueId: null }, []],
    ['a way that there is not', { ways: { 'handoff-sent': 'x' } }, ['ways.handoff-sent: notice.way.unknown']],
    ['quiet from seven to seven', { quiet: { from: '07:00', to: '07:00' } }, ['quiet: notice.quiet.invalid']],
    ['never quiet', { quiet: null }, []],
    [
      'quiet from a time that there is not',
      { quiet: { from: '25:00', to: '07:00' } },
      ['quiet.from: calendar.time.impossible'],
    ],
  ],
  'notice.set-duty-mailbox': [['none', { email: null }, []]],
  'job.retry': [
    ['a name in capitals', { name: 'Send-notice' }, ['name: job.name.invalid']],
    ['two letters', { name: 'ab' }, ['name: job.name.invalid']],
    ['a name before a space', { name: 'send-notice ' }, ['name: job.name.invalid']],
    ['a name behind a space', { name: ' send-notice' }, ['name: job.name.invalid']],
    ['a name that is too long', { name: letters(41) }, ['name: job.name.invalid']],
  ],
  'retention.propose': [
    ['a period', { what: 'rule', rule: PERIOD }, []],
    ['a period, nobody says which', { what: 'rule', rule: null }, ['rule: retention.rule.missing']],
    ['a run', { what: 'run', rule: null }, []],
    ['a run with a period', { what: 'run', rule: PERIOD }, ['rule: retention.rule.missing']],
    ['no year', { what: 'rule', rule: { ...PERIOD, years: 0 } }, ['rule.years: retention.years.invalid']],
    [
      'more years than a life',
      { what: 'rule', rule: { ...PERIOD, years: 151 } },
      ['rule.years: retention.years.invalid'],
    ],
    ['no source', { what: 'rule', rule: { ...PERIOD, source: '' } }, ['rule.source: retention.source.missing']],
  ],
  'shift.digest': [
    ['the usual hours', { day: null, time: null }, []],
    ['a day without a time', { time: null }, ['time: shift.time.missing']],
    ['a time without a day', { day: null }, ['time: shift.time.missing']],
  ],
  'simulation.start': [
    ['one month', { from: '2026-04', to: '2026-04' }, []],
    ['over before it begins', { from: '2026-05', to: '2026-04' }, ['to: simulation.to.before-from']],
    ['no rule', { rules: [] }, ['rules: simulation.rules.missing']],
    ['a rule twice', { rules: ['open-on-sunday', 'open-on-sunday'] }, ['rules: simulation.rules.unknown']],
    ['every dosing point', { sundayServiceId: null }, []],
  ],
  'figure-annotation.add': [
    ['new limits, nobody says why', { note: null }, ['note: figure-annotation.note.missing']],
    ['new limits of a percentage', { percent: 50 }, ['percent: figure-annotation.percent.not-asked']],
    ['new limits of every chart', { indicator: null }, []],
    ['a target', { kind: 'target', percent: 100, note: null }, []],
    ['a target of nothing', { kind: 'target' }, ['percent: figure-annotation.percent.missing']],
    [
      'a target of no chart',
      { kind: 'target', percent: 1, indicator: null },
      ['indicator: figure-annotation.indicator.missing'],
    ],
    ['a target of none at all', { kind: 'target', percent: 0 }, ['percent: figure-annotation.percent.invalid']],
    ['a target of more than all', { kind: 'target', percent: 101 }, ['percent: figure-annotation.percent.invalid']],
  ],
  'audit.export-head': [
    ['the first', { sequence: 1 }, []],
    ['one before', { sequence: 0 }, ['sequence: audit.sequence.invalid']],
  ],
  'audit.who-saw': BEHIND,
  'audit.board': BEHIND,
  'checklist.assign': ITEMS,
  'checklist.finish': ITEMS,
  'checklist.undo': ITEMS,
  'checklist.preview': ITEMS,
  'checklist.item': page('historyPage', 'item-work.historyPage', 1000),
  'checklist.my-list': page('page', 'checklist.page', 4000),
  'checklist.comment': [
    ['a draft of nothing yet', { isDraft: true, text: '' }, []],
    ['nothing', { isDraft: false, text: ' ' }, ['text: item-work.comment.missing']],
    ['something', { isDraft: false, text: 'rang twice' }, []],
  ],
  'gap.board': page('page', 'gap.page', 400),
  'release.board': page('page', 'release.page', 400),
  'release-list.lines': page('page', 'release-list.page', 10_000),
  'release-list.decide': [
    ['the line of titles', { line: 1 }, ['line: release-list.line.invalid']],
    ['the first line', { line: 2 }, []],
    ['a line behind every list', { line: 10_000_001 }, ['line: release-list.line.invalid']],
  ],
  'person.search': [
    ['nobody', { limit: 0 }, ['limit: person.limit.invalid']],
    ['one', { limit: 1 }, []],
    ['fifty', { limit: 50 }, []],
    ['more than fifty', { limit: 51 }, ['limit: person.limit.invalid']],
  ],
  'handoff.by-id': page('historyPage', 'handoff.page', 1000),
  'handoff.inbox': page('page', 'handoff.page', 1000),
  'handoff.sent': page('page', 'handoff.page', 1000),
  'handoff.preview': HANDOFFS,
  'handoff.assign': HANDOFFS,
  'continuity.cases': page('page', 'continuity.page', 1000),
  'live.follow': [
    ['the eighteenth digit', { lastEventId: '1'.repeat(18) }, []],
    ['a digit more', { lastEventId: '1'.repeat(19) }, ['lastEventId: live.event.unknown']],
    ['a number behind a word', { lastEventId: 'a1' }, ['lastEventId: live.event.unknown']],
    ['a number before a word', { lastEventId: '1a' }, ['lastEventId: live.event.unknown']],
  ],
}

describe.each(Object.entries(FIELDS))('what %s takes and refuses', (action, cases) => {
  it.each(cases)('%s', (_said, otherwise, faults) => {
    expect(faultsOf(action, otherwise)).toEqual(faults)
  })
})
