import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { decideFallback } from './decide-fallback.ts'
import type { ServiceKind } from './service-kinds.ts'

const today = getPlainDate('2026-03-26')
const drug = (id: string, kind: ServiceKind = 'drug-service') => ({ id, kind })
const agreed = (id: string, kind: ServiceKind = 'drug-service', agreedOn = today) => ({ id, kind, agreedOn })

describe('who takes over for a service', () => {
  it.each<[string, ReturnType<typeof drug>, ReturnType<typeof agreed>, [string, string][], string | null]>([
    ['another one', drug('a'), agreed('b'), [], null],
    ['one of another kind', drug('a', 'dosing-point'), agreed('b'), [], null],
    ['itself', drug('a'), agreed('a'), [], 'service.fallback.itself'],
    ['one for which it takes over', drug('a'), agreed('b'), [['b', 'a']], 'service.fallback.circle'],
    [
      'one for which it takes over in the end',
      drug('a'),
      agreed('b'),
      [
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'a'],
      ],
      'service.fallback.circle',
    ],
    ['one that has somebody else', drug('a'), agreed('b'), [['b', 'c']], null],
    [
      'one in a circle of others, which is theirs',
      drug('a'),
      agreed('b'),
      [
        ['b', 'c'],
        ['c', 'b'],
      ],
      null,
    ],
    ['a prison', drug('a'), agreed('b', 'prison-health'), [], 'service.fallback.takes-nothing'],
    ['a region', drug('a'), agreed('b', 'region'), [], 'service.fallback.takes-nothing'],
    ['anybody for a prison', drug('a', 'prison-health'), agreed('b'), [], 'service.fallback.not-this-service'],
    [
      'who agrees tomorrow',
      drug('a'),
      agreed('b', 'drug-service', getPlainDate('2026-03-27')),
      [],
      'service.agreedOn.in-the-future',
    ],
  ])('%s', (_name, service, fallback, after, fault) => {
    const decision = decideFallback(service, fallback, new Map(after), today)
    expect(decision.ok ? null : decision.fault).toBe(fault)
  })
})
