import { describe, expect, it } from 'vitest'
import { daysBetween, getPlainDate } from '../calendar/plain-date.ts'
import { DATA_REQUEST_ANSWERS, DATA_REQUEST_KINDS, DATA_REQUEST_STATES } from './data-request-codes.ts'
import { answerDue, mayUseRestricted, stateAfterAnswer, USES } from './decide-data-request.ts'
import { decideExport, EXPORT_ROWS } from './decide-export.ts'

describe('I05: a request of the person', () => {
  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-02-01', '2028-02-29'],
    ['2026-11-22', '2026-12-20'],
  ])('of %s is answered by %s, never later than a month', (asked, due) => {
    expect(answerDue(getPlainDate(asked))).toBe(due)
    expect(daysBetween(getPlainDate(asked), answerDue(getPlainDate(asked)))).toBeLessThan(29)
  })

  it('is over with its answer, but for a restriction, which stands until it is ended', () => {
    for (const kind of DATA_REQUEST_KINDS) {
      expect(stateAfterAnswer(kind, 'open', 'done')).toBe(kind === 'restriction' ? 'standing' : 'answered')
      expect(stateAfterAnswer(kind, 'open', 'refuse')).toBe('refused')
      expect(stateAfterAnswer(kind, 'open', 'take-back')).toBe('taken-back')
      expect(stateAfterAnswer(kind, 'open', 'end')).toBeNull()
      for (const state of DATA_REQUEST_STATES.filter((one) => one !== 'open'))
        for (const answer of DATA_REQUEST_ANSWERS)
          expect(stateAfterAnswer(kind, state, answer)).toBe(state === 'standing' && answer === 'end' ? 'ended' : null)
    }
  })

  it('to restrict the use of a record never stops care, an emergency or keeping it', () => {
    expect(USES.filter(mayUseRestricted)).toEqual(['care', 'emergency', 'storage', 'legal-claim'])
  })
})

describe('I09: an export', () => {
  it.each([
    [1, 12, true, []],
    [EXPORT_ROWS, 12, true, []],
    [EXPORT_ROWS + 1, 12, true, ['many-rows']],
    [1, 7, true, []],
    [1, 6, true, ['out-of-hours']],
    [1, 18, true, []],
    [1, 19, true, ['out-of-hours']],
    [1, 12, false, ['out-of-hours']],
    [9_999, 3, false, ['many-rows', 'out-of-hours']],
  ])('of %d rows at %d o’clock, working day %s: %j', (rows, hour, isWorkingDay, because) => {
    expect(decideExport({ rows, hour, isWorkingDay })).toEqual({ secondApprover: because.length > 0, because })
  })
})
