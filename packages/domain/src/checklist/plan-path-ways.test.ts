import { describe, expect, it } from 'vitest'
import { addDays, getPlainDate } from '../calendar/plain-date.ts'
import type { ItemRule } from './item-rule.ts'
import type { ItemStatus } from './item-statuses.ts'
import { criticalPath, itemsTooLate } from './plan-path.ts'
import type { ProgressItem } from './progress.ts'
import type { ItemCode, RuleSet } from './rule-sets.ts'

const TODAY = getPlainDate('2027-01-01')

/** Items by code and day, told as `code day before,before`; a day after the gate is above zero. */
function plan(...lines: string[]): ProgressItem[] {
  return lines.map((line): ProgressItem => {
    const [code = '', day, before = '', status = 'open'] = line.split(' ')
    return {
      code: code as ItemCode,
      area: 'documents',
      status: status as ItemStatus,
      critical: false,
      blockedBy: before === '' || before === '-' ? [] : before.split(','),
      dueOffsetMinutes: Number(day) * 24 * 60,
      dueAt: null,
    }
  })
}

const rules = (of: Record<string, Partial<ItemRule>>) => of as unknown as RuleSet
const path = (items: ProgressItem[], of: Record<string, Partial<ItemRule>> = {}) =>
  criticalPath(items, rules(of), { today: TODAY, releaseOn: addDays(TODAY, 30) })

describe('the longest way through what is open', () => {
  it.each<[string, string[], Record<string, Partial<ItemRule>>, string | null]>([
    ['of two ways to one item the longer one', ['a -40', 'b -10', 'c 0 a,b'], {}, 'a c: 40'],
    ['told in the other order, the same', ['b -10', 'a -40', 'c 0 b,a'], {}, 'a c: 40'],
    ['of two chains the one of more days', ['a -40', 'b -30 a', 'c -60', 'd -20 c'], {}, 'c d: 40'],
    [
      'of two chains of the same days the one of more steps',
      ['a -40', 'b -20 a', 'c -40', 'd -30 c', 'e -20 d'],
      {},
      'c d e: 20',
    ],
    ['of two chains alike the first by name', ['c -40', 'd -20 c', 'a -40', 'b -20 a'], {}, 'a b: 20'],
    ['of two ways alike the first by name', ['b -20', 'a -20', 'c 0 b,a'], {}, 'a c: 20'],
    ['due at the gate itself', ['a -1', 'b 0 a'], {}, 'a b: 1'],
    ['due after the gate', ['a -1', 'b 1 a'], {}, null],
    ['a step that our plan has before the one it waits for takes no day', ['a -5', 'b -10 a'], {}, 'a b: 0'],
    ['in progress is open', ['a -5 - in-progress', 'b -1 a'], {}, 'a b: 4'],
    [
      'the office’s own time in the place of our spacing',
      ['a -40', 'b -10', 'c 0 a,b'],
      { b: { leadDays: 60 } },
      'b c: 70',
    ],
    ['what waits for something that is no item', ['a -1 z'], {}, null],
  ])('%s', (_what, lines, of, expected) => {
    const found = path(plan(...lines), of)
    expect(found && `${found.codes.join(' ')}: ${found.days}`).toBe(expected)
  })

  it('counts whole days, rounded', () => {
    const [one, other] = plan('a -1', 'b 0 a') as [ProgressItem, ProgressItem]
    expect(path([{ ...one, dueOffsetMinutes: -900 }, other])?.days).toBe(1)
    expect(path([{ ...one, dueOffsetMinutes: -600 }, other])?.days).toBe(0)
  })
})

describe('what cannot be done in time, by what it waits for', () => {
  const late = (items: ProgressItem[], of: Record<string, Partial<ItemRule>>, daysLeft: number) =>
    itemsTooLate(items, rules(of), { today: TODAY, releaseOn: addDays(TODAY, daysLeft) })

  it.each<[string, string[], Record<string, Partial<ItemRule>>, number, string[]]>([
    [
      'its own time and that of what it waits for',
      ['a -9', 'b -1 a'],
      { a: { leadDays: 5 }, b: { leadDays: 6 } },
      10,
      ['b lead-time 11 10'],
    ],
    ['both just fit', ['a -9', 'b -1 a'], { a: { leadDays: 5 }, b: { leadDays: 6 } }, 11, []],
    [
      'what is asked for by its last day waits only for what comes before',
      ['a -9', 'b -1 a'],
      { a: { leadDays: 5 }, b: { leadDays: 60, latest: { days: 0, hard: true } } },
      10,
      [],
    ],
    [
      'the longer of two that it waits for',
      ['a -9', 'b -9', 'c -1 a,b'],
      { a: { leadDays: 5 }, b: { leadDays: 12 } },
      10,
      ['b lead-time 12 10', 'c lead-time 12 10'],
    ],
    ['due after the gate, without a last day: it has no limit', ['a 1'], { a: { leadDays: 60 } }, 10, []],
    [
      'due after the gate, with one',
      ['a 1'],
      { a: { leadDays: 1, latest: { days: -11, hard: false } } },
      10,
      ['a day-passed'],
    ],
    ['due at the gate itself', ['a 0'], { a: { leadDays: 11 } }, 10, ['a lead-time 11 10']],
    ['past the release: no day is left', ['a -1'], { a: { leadDays: 2 } }, -3, ['a lead-time 2 0']],
    ['past the release, nobody told how long', ['a -1'], {}, -3, []],
    ['done', ['a -1 - done'], { a: { leadDays: 60 } }, 10, []],
  ])('%s', (_what, lines, of, daysLeft, expected) => {
    const found = late(plan(...lines), of, daysLeft)
    expect(
      found.map((each) =>
        each.why === 'lead-time' ? `${each.code} ${each.why} ${each.needs} ${each.left}` : `${each.code} ${each.why}`,
      ),
    ).toEqual(expected)
  })

  it('is a right lost only where the rule says so', () => {
    expect(late(plan('a -1'), { a: { leadDays: 60 } }, 10)).toMatchObject([{ hard: false }])
    expect(late(plan('a -1'), { a: { latest: { days: -11, hard: true } } }, 10)).toMatchObject([{ hard: true }])
  })
})
