import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleFacts } from '../../testing/case-facts.ts'
import type { Area } from './areas.ts'
import { decideItemStatus, itemStatusesFor } from './decide-item-status.ts'
import { ITEM_STATUSES, type ItemStatus, SETTABLE_ITEM_STATUSES } from './item-statuses.ts'
import { type AreaState, areaProgress, isBlocked, type ProgressItem, workingOrder } from './progress.ts'
import { ITEM_CODES, type ItemCode } from './rule-sets.ts'

const ON_OMT = ruleFacts({ dose: 'on-omt' }, { partnerWish: 'no' })
const UNASKED = ruleFacts()

describe('how an area stands', () => {
  it.each<[string, Area, ReturnType<typeof item>[], boolean, AreaState, ItemCode | null]>([
    ['nothing asked for', 'omt', [], false, 'not-needed', null],
    ['something to do', 'omt', [item('omt-confirm-regime', 'open')], false, 'waiting', 'omt-confirm-regime'],
    ['all done', 'omt', [item('omt-confirm-regime', 'done')], false, 'safe', null],
    ['declined', 'omt', [item('omt-confirm-regime', 'declined')], false, 'not-needed', null],
    ['retired', 'omt', [item('omt-confirm-regime', 'retired')], false, 'not-needed', null],
    [
      'the first dose lies ahead',
      'omt',
      [item('omt-confirm-regime', 'done'), item('omt-first-dose', 'open', { due: 48 })],
      false,
      'safe',
      null,
    ],
    [
      'the first dose is due now',
      'omt',
      [item('omt-confirm-regime', 'done'), item('omt-first-dose', 'open', { due: 48 })],
      true,
      'waiting',
      'omt-first-dose',
    ],
    [
      'one waits for another',
      'omt',
      [
        item('omt-name-dosing-point', 'open', { blockedBy: ['omt-name-prescriber'], due: -300 }),
        item('omt-name-prescriber', 'open', { due: -200 }),
      ],
      false,
      'waiting',
      'omt-name-prescriber',
    ],
    [
      'all waits for another area',
      'benefits',
      [
        item('benefits-bank-account', 'open', { area: 'benefits', blockedBy: ['documents-id'] }),
        item('documents-id', 'open', { area: 'documents' }),
      ],
      false,
      'blocked',
      'benefits-bank-account',
    ],
    [
      'what it waited for is done',
      'benefits',
      [
        item('benefits-bank-account', 'open', { area: 'benefits', blockedBy: ['documents-id'] }),
        item('documents-id', 'done', { area: 'documents' }),
      ],
      false,
      'waiting',
      'benefits-bank-account',
    ],
  ])('%s', (_name, area, items, isReleased, state, first) => {
    expect(areaProgress(area, items, ON_OMT, isReleased)).toMatchObject({ state, first })
  })

  it.each<[Area, AreaState]>([
    ['omt', 'unknown'],
    ['housing', 'unknown'],
    ['partner', 'unknown'],
    ['naloxone', 'not-needed'],
  ])('%s, when nobody has asked: %s', (area, state) => {
    expect(areaProgress(area, [], UNASKED, false).state).toBe(state)
  })

  it('counts nothing of another area, and nothing that the rules took off', () => {
    const items = [
      item('documents-id', 'done', { area: 'documents' }),
      item('documents-release-paper', 'declined', { area: 'documents' }),
      item('omt-ask', 'retired'),
      item('benefits-bank-account', 'open', { area: 'benefits', critical: true }),
    ]
    expect(areaProgress('omt', items, ON_OMT, true)).toEqual({
      area: 'omt',
      state: 'not-needed',
      done: 0,
      left: 0,
      leftCritical: 0,
      declined: 0,
      first: null,
    })
  })

  it('of housing is known as soon as one of its two questions has an answer', () => {
    expect(areaProgress('housing', [], ruleFacts({ 'has-address': 'yes' }), false).state).toBe('not-needed')
    expect(areaProgress('housing', [], ruleFacts({ bed: 'temporary' }), false).state).toBe('not-needed')
  })

  it('counts what is done, left, critical and declined', () => {
    const items = [
      item('omt-confirm-regime', 'done'),
      item('omt-name-prescriber', 'open', { critical: true }),
      item('omt-safe-storage', 'in-progress'),
      item('omt-book-first-dose', 'declined'),
      item('omt-ask', 'retired'),
    ]
    expect(areaProgress('omt', items, ON_OMT, true)).toMatchObject({ done: 1, left: 2, leftCritical: 1, declined: 1 })
  })
})

describe('the order in which to work', () => {
  it('puts what blocks first, then the earlier, then the critical', () => {
    const items = [
      item('omt-safe-storage', 'open'),
      item('omt-confirmation-letter', 'open', { due: -48 }),
      item('omt-confirm-regime', 'open', { due: -48, critical: true }),
      item('omt-name-dosing-point', 'open', { due: -200, blockedBy: ['omt-name-prescriber'] }),
      item('omt-name-prescriber', 'open', { due: -10 }),
      item('omt-ask', 'done', { due: -400 }),
    ]
    expect(workingOrder(items).map((each) => each.code)).toEqual([
      'omt-name-prescriber',
      'omt-name-dosing-point',
      'omt-confirm-regime',
      'omt-confirmation-letter',
      'omt-safe-storage',
    ])
  })

  it.each<[string, ReturnType<typeof item>[], ItemCode[]]>([
    [
      'the earlier one, wherever it stood',
      [item('omt-ask', 'open', { due: -10 }), item('omt-first-dose', 'open', { due: -20 })],
      ['omt-first-dose', 'omt-ask'],
    ],
    [
      'the earlier one before a critical one',
      [item('omt-ask', 'open', { due: -10, critical: true }), item('omt-first-dose', 'open', { due: -20 })],
      ['omt-first-dose', 'omt-ask'],
    ],
    [
      'the critical one of two at the same time',
      [item('omt-ask', 'open', { due: -10 }), item('omt-first-dose', 'open', { due: -10, critical: true })],
      ['omt-first-dose', 'omt-ask'],
    ],
    [
      'the critical one, told first',
      [item('omt-first-dose', 'open', { due: -10, critical: true }), item('omt-ask', 'open', { due: -10 })],
      ['omt-first-dose', 'omt-ask'],
    ],
    [
      'by their codes where nothing tells them apart',
      [item('omt-first-dose', 'open', { due: -10 }), item('omt-ask', 'open', { due: -10 })],
      ['omt-ask', 'omt-first-dose'],
    ],
    [
      'by their codes, told in that order',
      [item('omt-ask', 'open', { due: -10 }), item('omt-first-dose', 'open', { due: -10 })],
      ['omt-ask', 'omt-first-dose'],
    ],
    [
      'without a time last',
      [item('omt-ask', 'open'), item('omt-first-dose', 'open', { due: 900 })],
      ['omt-first-dose', 'omt-ask'],
    ],
  ])('%s', (_what, items, codes) => {
    expect(workingOrder(items).map((each) => each.code)).toEqual(codes)
  })

  it('holds every open item once, and a blocker before what it blocks, even where rules form a circle', () => {
    const codes = ITEM_CODES.slice(0, 8)
    const some = fc.record({
      status: fc.constantFrom(...ITEM_STATUSES),
      blockedBy: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
      due: fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.tuple(...codes.map(() => some)), fc.boolean(), (rows, mayCircle) => {
        const items = rows.map((row, index) => {
          const blockedBy = mayCircle ? row.blockedBy : row.blockedBy.filter((code) => codes.indexOf(code) < index)
          return item(codes[index] as ItemCode, row.status, { ...row, blockedBy })
        })
        const order = workingOrder(items)
        const open = items.filter((each) => each.status === 'open' || each.status === 'in-progress')
        expect(order.map((each) => each.code).toSorted()).toEqual(open.map((each) => each.code).toSorted())
        if (mayCircle) return
        for (const [index, each] of order.entries())
          expect(order.slice(index + 1).some((later) => each.blockedBy.includes(later.code))).toBe(false)
        expect(order.length === 0 || order.some((each) => !isBlocked(each, items))).toBe(true)
      }),
    )
  })
})

describe('setting an item', () => {
  it.each<[ItemStatus, (typeof SETTABLE_ITEM_STATUSES)[number], string | null, object]>([
    ['open', 'done', null, { ok: true, from: 'open', to: 'done' }],
    ['done', 'open', null, { ok: true, from: 'done', to: 'open' }],
    ['open', 'not-needed', null, { ok: false, refusal: 'checklist.reason-missing' }],
    ['open', 'declined', ' ', { ok: false, refusal: 'checklist.reason-missing' }],
    ['open', 'declined', 'has one', { ok: true, from: 'open', to: 'declined' }],
    ['done', 'done', null, { ok: false, refusal: 'checklist.already-so' }],
    ['retired', 'done', null, { ok: false, refusal: 'checklist.retired' }],
  ])('%s to %s, because %j', (from, to, reason, expected) => {
    expect(decideItemStatus(from, to, reason)).toEqual(expected)
  })

  it('offers every status but the one it has, and none for a retired item', () => {
    for (const from of SETTABLE_ITEM_STATUSES)
      expect(itemStatusesFor(from).toSorted()).toEqual(SETTABLE_ITEM_STATUSES.filter((to) => to !== from).toSorted())
    expect(itemStatusesFor('retired')).toEqual([])
  })
})

function item(
  code: ItemCode,
  status: ItemStatus,
  other: { area?: Area; blockedBy?: readonly string[]; due?: number | undefined; critical?: boolean } = {},
): ProgressItem {
  const { area = 'omt', blockedBy = [], due, critical = false } = other
  const dueAt = due === undefined ? null : new Date(Date.UTC(2027, 0, 31, 8 + due))
  return { code, area, status, critical, blockedBy, dueOffsetMinutes: (due ?? 0) * 60, dueAt }
}
