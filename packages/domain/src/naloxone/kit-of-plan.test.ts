import { describe, expect, it } from 'vitest'
import { type KitOfCase, type KitOfPlan, kitOfPlan } from './kit-of-plan.ts'

const GATE = new Date('2026-04-02T08:00:00Z')
const BEFORE = new Date('2026-04-02T07:00:00Z')
const AFTER = new Date('2026-04-02T12:00:00Z')
const kit = (state: KitOfCase['state'], more: Partial<KitOfCase> = {}): KitOfCase => ({
  state,
  handedAt: null,
  leftAt: null,
  holder: 'person',
  ...more,
})

describe('what kits say to the plan (rule NAL-1)', () => {
  it.each<[string, KitOfCase[], Date | null, KitOfPlan['kit'], boolean]>([
    ['none', [], GATE, null, false],
    ['in property, inside', [kit('in-property')], null, 'in-property', false],
    ['in property of somebody who is out', [kit('in-property')], GATE, 'left-in-prison', false],
    ['left in prison', [kit('left-in-prison')], GATE, 'left-in-prison', false],
    ['handed at the gate', [kit('handed-over', { handedAt: BEFORE })], GATE, 'handed-over', false],
    ['handed at the gate, used since', [kit('used', { handedAt: BEFORE })], GATE, 'handed-over', false],
    ['handed at the gate, lost since', [kit('lost', { handedAt: BEFORE })], GATE, 'handed-over', false],
    ['at home', [kit('at-home')], null, 'handed-over', false],
    ['declined', [kit('declined')], GATE, 'declined', false],
    ['came along, and nobody has said where it is', [kit('not-known')], null, null, false],
    ['the same, out', [kit('not-known')], GATE, null, false],
    ['came along, and another one in property', [kit('in-property'), kit('not-known')], null, 'in-property', false],
    ['lost in prison, never handed', [kit('lost')], null, null, false],
    ['none left, handed outside', [kit('handed-over', { handedAt: AFTER })], GATE, 'handed-over', false],
    [
      'left, another one handed outside',
      [kit('handed-over', { handedAt: AFTER }), kit('left-in-prison')],
      GATE,
      'left-in-prison',
      true,
    ],
    [
      'left, and the very kit brought after',
      [kit('handed-over', { handedAt: AFTER, leftAt: GATE })],
      GATE,
      'left-in-prison',
      true,
    ],
    ['left, and one at home', [kit('at-home'), kit('left-in-prison')], GATE, 'left-in-prison', true],
    [
      'left, and only a supporter has one',
      [kit('handed-over', { handedAt: AFTER, holder: 'supporter' }), kit('left-in-prison')],
      GATE,
      'left-in-prison',
      false,
    ],
    ['a supporter’s only', [kit('handed-over', { handedAt: BEFORE, holder: 'supporter' })], null, null, false],
  ])('%s', (_what, kits, releasedAt, expected, isLeftKitReplaced) => {
    expect(kitOfPlan(kits, releasedAt)).toEqual({ kit: expected, isLeftKitReplaced })
  })
})
