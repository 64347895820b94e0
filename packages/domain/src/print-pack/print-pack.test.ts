import { describe, expect, it } from 'vitest'
import { discreetAddress } from './discreet-address.ts'
import { PrintPackInput } from './print-codes.ts'
import { printGaps } from './print-gaps.ts'

describe('a page that is not finished', () => {
  it.each([
    // treated, appointment, dosing point: what is missing
    ['yes', true, true, []],
    ['yes', false, true, ['first-appointment']],
    ['yes', true, false, ['dosing-point']],
    ['yes', false, false, ['first-appointment', 'dosing-point']],
    ['no', true, false, []],
    ['no', false, false, ['first-appointment']],
    ['unknown', true, false, ['dosing-point']],
  ] as const)('treated %s, appointment %s, dosing point %s', (treated, hasFirstAppointment, hasDosingPoint, gaps) => {
    expect(printGaps({ treated, hasFirstAppointment, hasDosingPoint })).toEqual(gaps)
  })
})

describe('an address that says where and not what for', () => {
  const names = ['Harbour Recovery', 'Mill Lane Pharmacy']
  it.each([
    ['4 Quay Street, Northport', false, '4 Quay Street, Northport'],
    ['Harbour Recovery, 4 Quay Street, Northport', false, '4 Quay Street, Northport'],
    ['harbour recovery (2nd floor), 4 Quay Street', false, '4 Quay Street'],
    ['Harbour, 4 Quay Street', false, '4 Quay Street'],
    ['Methadone clinic, 4 Quay Street', false, '4 Quay Street'],
    ['LAR-poliklinikk\nHavnegata 4\n0150 Oslo', false, 'Havnegata 4, 0150 Oslo'],
    ['Harbour Recovery', false, null],
    ['The blue door by the quay', true, null],
    ['Blue Door Clinic, 4 Quay Street, Northport', true, '4 Quay Street, Northport'],
    ['', true, null],
    [null, false, null],
  ])('%j, in free words %s', (address, isFreeText, expected) => {
    expect(discreetAddress({ address, isFreeText }, names)).toBe(expected)
  })
})

it('takes the id of a case and nothing else', () => {
  expect(PrintPackInput.safeParse({ episodeId: '019a0000-0000-7000-8000-000000000001' }).success).toBe(true)
  expect(PrintPackInput.safeParse({ episodeId: '019a0000-0000-7000-8000-000000000001', serviceId: 'x' }).success).toBe(
    false,
  )
})
