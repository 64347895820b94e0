import { describe, expect, it } from 'vitest'
import {
  decideItemUndo,
  type LastPress,
  refusalOfAssigning,
  refusalOfDue,
  refusalOfFinishing,
  type WorkedItem,
} from './decide-item-work.ts'
import type { ItemStatus } from './item-statuses.ts'

const OURS = 'ours'
const item = (more: Partial<WorkedItem> = {}): WorkedItem => ({
  status: 'open',
  version: 3,
  accountableServiceId: OURS,
  assignedTo: null,
  ...more,
})

describe('refusalOfAssigning', () => {
  it.each([
    ['open, to a colleague', item(), 'sam', null],
    ['in progress, to nobody', item({ status: 'in-progress', assignedTo: 'sam' }), null, null],
    ['already that colleague', item({ assignedTo: 'sam' }), 'sam', 'checklist.already-so'],
    ['already nobody', item(), null, 'checklist.already-so'],
    ['done', item({ status: 'done' }), 'sam', 'item-work.not-open'],
    ['retired', item({ status: 'retired' }), 'sam', 'item-work.not-open'],
    ['theirs', item({ accountableServiceId: 'theirs' }), 'sam', 'checklist.not-accountable'],
    ['a newer version', item({ version: 4 }), 'sam', 'changed-meanwhile'],
  ] as const)('%s: %#', (_what, one, to, refusal) => {
    expect(refusalOfAssigning(one, 3, OURS, to)).toBe(refusal)
  })
})

describe('refusalOfFinishing', () => {
  it.each([
    ['open', item(), null],
    ['declined before', item({ status: 'declined' }), null],
    ['done before', item({ status: 'done' }), 'checklist.already-so'],
    ['retired', item({ status: 'retired' }), 'checklist.retired'],
    ['theirs', item({ accountableServiceId: 'theirs' }), 'checklist.not-accountable'],
    ['a newer version', item({ version: 9 }), 'changed-meanwhile'],
  ] as const)('%s: %#', (_what, one, refusal) => {
    expect(refusalOfFinishing(one, 3, OURS)).toBe(refusal)
  })
})

const PRESSED_AT = new Date('2026-03-26T09:00:00Z')
const after = (seconds: number) => new Date(PRESSED_AT.getTime() + seconds * 1000)
const pressed = (from: ItemStatus | null, by = 'me'): LastPress => ({ from, to: 'done', byAccount: by, at: PRESSED_AT })

describe('decideItemUndo', () => {
  it.each([
    ['within ten seconds', pressed('open'), 9, 'open'],
    ['on a slow line', pressed('in-progress'), 15, 'in-progress'],
    ['sixteen seconds later', pressed('open'), 16, 'item-work.too-late-to-undo'],
    ["a colleague's press", pressed('open', 'sam'), 2, 'item-work.not-yours-to-undo'],
    ['nobody pressed', null, 2, 'item-work.not-yours-to-undo'],
    ['the rules made it', pressed(null), 2, 'item-work.not-yours-to-undo'],
    ['it was retired before', pressed('retired'), 2, 'item-work.not-yours-to-undo'],
  ] as const)('%s', (_what, last, seconds, expected) => {
    const me = { serviceId: OURS, accountId: 'me' }
    const decision = decideItemUndo(item({ status: 'done' }), 3, me, last, after(seconds))
    expect(decision.ok ? decision.to : decision.refusal).toBe(expected)
  })

  it('does not take back what somebody changed after it', () => {
    const me = { serviceId: OURS, accountId: 'me' }
    const decision = decideItemUndo(item({ status: 'open' }), 3, me, pressed('open'), after(1))
    expect(decision).toEqual({ ok: false, refusal: 'item-work.not-yours-to-undo' })
  })
})

describe('refusalOfDue', () => {
  const rule = new Date('2026-03-26T09:00:00Z')
  const own = new Date('2026-03-27T12:00:00Z')
  const byRule = { ...item(), dueAt: rule, dueOverrideAt: null }
  it.each([
    ['a time of its own', byRule, own, null],
    ['a time where the rule has none', { ...byRule, dueAt: null }, own, null],
    ['back to the rule', { ...byRule, dueOverrideAt: own }, null, null],
    ['the same again', { ...byRule, dueOverrideAt: own }, new Date(own), 'checklist.already-so'],
    ['what the rule says anyway', byRule, new Date(rule), 'checklist.already-so'],
    ['the rule where it holds already', byRule, null, 'checklist.already-so'],
    ['done', { ...byRule, status: 'done' }, own, 'item-work.not-open'],
    ['theirs', { ...byRule, accountableServiceId: 'theirs' }, own, 'checklist.not-accountable'],
  ] as const)('%s', (_what, one, to, refusal) => {
    expect(refusalOfDue(one, 3, OURS, to)).toBe(refusal)
  })
})
