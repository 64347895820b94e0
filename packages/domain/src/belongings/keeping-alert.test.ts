import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { daysLeft, keepingAlert } from './keeping-alert.ts'
import { RecordBelongingsInput } from './record-belongings-input.ts'

const day = getPlainDate
const TODAY = day('2026-03-26')

describe('something that is kept until a day (CIR-2)', () => {
  it.each<[string, string | null, ReturnType<typeof keepingAlert>, number | null]>([
    ['nobody said until when', null, 'no-date', null],
    ['until yesterday', '2026-03-25', 'past', -1],
    ['until today', '2026-03-26', 'within-3-days', 0],
    ['three days', '2026-03-29', 'within-3-days', 3],
    ['four days', '2026-03-30', 'within-14-days', 4],
    ['fourteen days, over a clock change', '2026-04-09', 'within-14-days', 14],
    ['fifteen days', '2026-04-10', null, 15],
  ])('%s', (_what, until, alert, left) => {
    const last = until === null ? null : day(until)
    expect([keepingAlert(last, TODAY), daysLeft(last, TODAY)]).toEqual([alert, left])
  })
})

describe('belongings', () => {
  const takes = {
    episodeId: '019a0000-0000-7000-8000-000000000001',
    requestId: '019a0000-0000-7000-8000-000000000002',
    belongingsId: null,
    seenVersion: 0,
    inventory: 'Two bags, a guitar',
    place: null,
    phone: null,
    keepUntil: null,
    fee: null,
    mayCollect: null,
    state: 'in-store',
  }
  it.each<[object, string[]]>([
    [{}, []],
    [{ inventory: '' }, ['belongings.inventory.missing']],
    [{ state: 'sold' }, ['belongings.state.unknown']],
    [{ serviceId: 'x' }, ['request.field.unknown']],
  ])('%j', (more, messages) => {
    const found = RecordBelongingsInput.safeParse({ ...takes, ...more })
    expect(found.success ? [] : found.error.issues.map(({ message }) => message)).toEqual(messages)
  })
})
