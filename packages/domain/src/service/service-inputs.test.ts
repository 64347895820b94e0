import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { ChangeServiceInput } from './change-service-input.ts'
import { AddClosureInput } from './closure-input.ts'
import { decideServiceChange } from './decide-service-change.ts'
import type { ServiceKind } from './service-kinds.ts'
import { SetHoursInput } from './set-hours-input.ts'

const id = '01930000-0000-7000-8000-000000000001'
const of = { serviceId: id, requestId: id, seenVersion: 0 }
const faultOf = (read: { error?: { issues: { message: string }[] } | undefined }) => read.error?.issues[0]?.message
const span = (from: string, to: string) => ({ from, to })

describe('an ordinary week', () => {
  it.each<[string, object, string | undefined]>([
    ['two timetables', { open: { 1: [span('09:00', '17:00')] }, dosing: { 1: [span('09:30', '12:00')] } }, undefined],
    ['nobody has told us', { open: null, dosing: null }, undefined],
    ['until midnight', { open: { 6: [span('18:00', '24:00')] }, dosing: null }, undefined],
    ['a lunch break', { open: { 1: [span('09:00', '12:00'), span('13:00', '17:00')] }, dosing: null }, undefined],
    ['no hours at all', { open: {}, dosing: null }, 'service.hours.empty'],
    [
      'ends before it begins',
      { open: { 1: [span('17:00', '09:00')] }, dosing: null },
      'calendar.interval.endsBeforeItBegins',
    ],
    ['begins at 24:00', { open: { 1: [span('24:00', '24:00')] }, dosing: null }, 'calendar.time.impossible'],
    ['25 o’clock', { open: { 1: [span('09:00', '25:00')] }, dosing: null }, 'calendar.time.impossible'],
    [
      'twice at once',
      { open: { 1: [span('09:00', '13:00'), span('12:00', '17:00')] }, dosing: null },
      'service.hours.overlap',
    ],
    ['an eighth day', { open: { 8: [span('09:00', '17:00')] }, dosing: null }, 'service.hours.invalid'],
  ])('%s', (_what, weeks, fault) => {
    const read = SetHoursInput.safeParse({ ...of, ...weeks })
    if (fault === undefined) expect(read.success).toBe(true)
    else expect(read.success).toBe(false)
    if (fault && !/impossible|invalid/.test(fault)) expect(faultOf(read)).toBe(fault)
  })
})

describe('a closure', () => {
  it.each([
    ['one day', '2026-04-03', '2026-04-03', 'staff day', undefined],
    ['over a clock change', '2026-03-28', '2026-03-30', 'staff day', undefined],
    ['a year', '2026-01-01', '2026-12-31', 'building works', undefined],
    ['backwards', '2026-04-04', '2026-04-03', 'staff day', 'service.toDay.before-first'],
    ['for ever', '2026-01-01', '2028-01-01', 'gone', 'service.toDay.too-long'],
    ['for no reason', '2026-04-03', '2026-04-03', '  ', 'service.reason.missing'],
    ['on no day', '2026-02-30', '2026-03-01', 'x', 'calendar.day.impossible'],
  ])('%s', (_what, fromDay, toDay, reason, fault) => {
    expect(faultOf(AddClosureInput.safeParse({ ...of, fromDay, toDay, reason }))).toBe(fault)
  })
})

describe('how a service is reached', () => {
  const service = {
    ...of,
    name: 'Mill Lane Pharmacy',
    address: null,
    phone: '+44 20 7946 0000',
    dutyContactName: null,
    dutyContactPhone: null,
    canDose: true,
    receives: ['omt'],
  }
  it.each([
    ['as it is', {}, undefined],
    ['000 01 101', { phone: '000 01 101' }, undefined],
    ['a word for a number', { phone: 'ask Colin' }, 'service.phone.no-number'],
    ['no name', { name: ' ' }, 'service.name.missing'],
    ['somebody without a number', { dutyContactName: 'Colin' }, 'service.dutyContactPhone.missing'],
    ['an area that there is not', { receives: ['luck'] }, 'service.receives.unknown'],
    ['a kind sent along', { kind: 'prison-health' }, 'request.field.unknown'],
  ])('%s', (_what, more, fault) => {
    expect(faultOf(ChangeServiceInput.safeParse({ ...service, ...more }))).toBe(fault)
  })
})

describe('what a kind of service may do', () => {
  it.each<[ServiceKind, boolean, Area[], string | null]>([
    ['dosing-point', true, ['omt'], null],
    ['drug-service', true, ['omt', 'naloxone', 'partner'], null],
    ['prison-health', true, [], null],
    ['prison-health', true, ['omt'], 'receives'],
    ['housing', false, ['housing', 'belongings'], null],
    ['housing', true, [], 'canDose'],
    ['housing', false, ['omt'], 'receives'],
    ['region', false, ['support'], 'receives'],
    ['administration', true, [], 'canDose'],
  ])('%s, doses %s, takes %j: %s', (kind, canDose, receives, field) => {
    expect(decideServiceChange(kind, { canDose, receives })).toMatchObject(field ? { ok: false, field } : { ok: true })
  })
})
