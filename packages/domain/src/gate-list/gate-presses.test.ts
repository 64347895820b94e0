import { describe, expect, it } from 'vitest'
import { type AtTheGate, type GatePress, gatePresses } from './gate-presses.ts'

const inside: AtTheGate = {
  side: 'prison',
  isOut: false,
  hasReleaseDate: true,
  kit: 'in-property',
  hasArrived: false,
  isTaken: true,
}
const outside: AtTheGate = { ...inside, side: 'community', isOut: true }

describe('what stands beside a person at the gate', () => {
  const table: readonly [string, AtTheGate, GatePress[]][] = [
    ['a planned release', inside, ['left', 'kit-handed-over', 'did-not-leave']],
    ['remand without a date', { ...inside, hasReleaseDate: false }, ['left', 'kit-handed-over']],
    ['no kit on record', { ...inside, kit: null }, ['left', 'kit-handed-over', 'did-not-leave']],
    ['a kit in hand already', { ...inside, kit: 'handed-over' }, ['left', 'did-not-leave']],
    ['a kit declined', { ...inside, kit: 'declined' }, ['left', 'did-not-leave']],
    ['kits are not this service’s to see', { ...inside, kit: 'closed' }, ['left', 'did-not-leave']],
    ['left an hour ago, the kit forgotten', { ...inside, isOut: true, kit: 'left-in-prison' }, ['kit-handed-over']],
    ['expected outside', outside, ['arrived']],
    ['came already', { ...outside, hasArrived: true }, []],
    ['only asked', { ...outside, isTaken: false }, []],
  ]
  for (const [name, person, presses] of table) it(name, () => expect(gatePresses(person)).toEqual(presses))
})
