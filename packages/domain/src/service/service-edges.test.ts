import { describe, expect, it } from 'vitest'
import { carriedTo } from './can-receive.ts'
import { isDutyReachable } from './change-service-input.ts'
import { hasOverlap, hoursLine, readHours } from './day-hours.ts'
import { canTakeOver } from './decide-fallback.ts'
import { SERVICE_KINDS } from './service-kinds.ts'

describe('hours of one day', () => {
  const spans = (line: string) => {
    const read = readHours(line)
    if (read.kind === 'fault') throw new Error(read.fault)
    return read.spans
  }

  it('are six spans at the most', () => {
    expect(spans('1-2, 3-4, 5-6, 7-8, 9-10, 11-12')).toHaveLength(6)
  })

  it.each([
    ['9-12, 12-17', false],
    ['12-17, 9-12', false],
    ['9-17', false],
    ['', false],
  ])('%j meets itself: %s', (line, meets) => {
    expect(hasOverlap(spans(line))).toBe(meets)
  })

  it('stand in the order of the clock, and read back as they are written', () => {
    expect(hoursLine(spans('13-17.30, 0900-12:30'))).toBe('09:00–12:30, 13:00–17:30')
    expect(spans(hoursLine(spans('13-17.30, 0900-12:30')))).toEqual(spans('9-12:30, 13-17:30'))
  })
})

describe('what a handoff to a kind of service carries', () => {
  it.each([
    ['drug-service', 'omt', ['identity', 'release', 'omt', 'naloxone', 'health']],
    ['dosing-point', 'omt', ['identity', 'release', 'omt', 'naloxone']],
    ['housing', 'omt', ['identity', 'release']],
    ['housing', 'housing', ['identity', 'release', 'housing', 'belongings']],
    ['region', 'housing', []],
  ] as const)('%s, %s: %j', (kind, area, categories) => expect(carriedTo(kind, area)).toEqual(categories))
})

describe('where handoffs can end up', () => {
  it.each(SERVICE_KINDS.map((kind) => [kind, !['prison-health', 'region', 'administration'].includes(kind)] as const))(
    '%s: %s',
    (kind, can) => expect(canTakeOver(kind)).toBe(can),
  )
})

describe('somebody on duty', () => {
  it.each([
    ['with a number', 'Kim', '112', true],
    ['without one', 'Kim', null, false],
    ['nobody', null, null, true],
    ['nobody, and a number', null, '112', true],
  ])('%s', (_who, dutyContactName, dutyContactPhone, is) => {
    expect(isDutyReachable({ dutyContactName, dutyContactPhone })).toBe(is)
  })
})
