import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { decideKitRecording } from './decide-kit-recording.ts'
import { KIT_STATES } from './kit-codes.ts'
import { type NaloxoneKit, naloxoneInHand } from './naloxone-in-hand.ts'
import { RecordKitInput } from './record-kit-input.ts'

const today = getPlainDate('2026-04-02')
const gate = new Date('2026-04-02T08:00:00Z')
const before = new Date('2026-04-02T07:30:00Z')
const after = new Date('2026-04-02T08:00:01Z')

function kit(facts: Partial<NaloxoneKit> = {}): NaloxoneKit {
  return { state: 'in-property', handedAt: null, expiresOn: getPlainDate('2027-06-30'), ...facts }
}
const handed = (handedAt: Date, facts: Partial<NaloxoneKit> = {}) => kit({ state: 'handed-over', handedAt, ...facts })

describe('naloxone in hand (rule NAL-1)', () => {
  it.each<[string, NaloxoneKit[], Date | null, object]>([
    ['handed before the gate', [handed(before)], gate, { kind: 'in-hand', handedAt: before, expiry: 'in-date' }],
    ['handed at the gate', [handed(gate)], gate, { kind: 'in-hand', handedAt: gate }],
    ['a second after', [handed(after)], gate, { kind: 'handed-after-release', handedAt: after }],
    ['handed inside, not released', [handed(before)], null, { kind: 'in-hand' }],
    ['in property, not released', [kit()], null, { kind: 'in-property' }],
    ['in property when a court freed the person', [kit()], gate, { kind: 'left-in-prison' }],
    ['left in prison', [kit({ state: 'left-in-prison' })], gate, { kind: 'left-in-prison' }],
    [
      'left in prison, brought after',
      [kit({ state: 'left-in-prison' }), handed(after)],
      gate,
      { kind: 'handed-after-release' },
    ],
    [
      'two brought after: the first',
      [handed(after), handed(new Date('2026-04-02T09:00:00Z'))],
      gate,
      { kind: 'handed-after-release', handedAt: after },
    ],
    ['declined', [kit({ state: 'declined' })], gate, { kind: 'declined' }],
    ['came along, and nobody has said where it is', [kit({ state: 'not-known' })], gate, { kind: 'none' }],
    ['declined one, took another', [kit({ state: 'declined' }), handed(before)], gate, { kind: 'in-hand' }],
    ['declined, and one lies in the property', [kit({ state: 'declined' }), kit()], gate, { kind: 'left-in-prison' }],
    ['none', [], gate, { kind: 'none' }],
    [
      'handed inside and lost before the gate',
      [handed(before, { state: 'lost', goneAt: before })],
      gate,
      { kind: 'none' },
    ],
    ['handed inside and lost there', [handed(before, { state: 'lost', goneAt: before })], null, { kind: 'none' }],
    [
      'handed at the gate and used after it',
      [handed(gate, { state: 'used', goneAt: after })],
      gate,
      { kind: 'in-hand' },
    ],
    ['a kit of a supporter only', [handed(before, { holder: 'supporter' })], gate, { kind: 'none' }],
    [
      'a kit of the household, and one in the property',
      [handed(before, { holder: 'household' }), kit()],
      gate,
      { kind: 'left-in-prison' },
    ],
    ['on its printed day', [handed(before, { expiresOn: today })], gate, { expiry: 'in-date' }],
    ['the day after', [handed(before, { expiresOn: getPlainDate('2026-04-01') })], gate, { expiry: 'expired' }],
    ['no expiry written down', [handed(before, { expiresOn: null })], gate, { expiry: 'not-recorded' }],
    [
      'two: the one that lasts longer',
      [handed(before), handed(before, { expiresOn: null })],
      gate,
      { expiry: 'in-date' },
    ],
  ])('%s', (_, kits, releasedAt, expected) => {
    expect(naloxoneInHand(kits, releasedAt, today)).toMatchObject(expected)
    expect(naloxoneInHand(kits.toReversed(), releasedAt, today)).toMatchObject(expected)
  })
})

describe('may it be recorded so (rule NAL-1)', () => {
  it.each([
    ['handed over now', { state: 'handed-over', handedAt: gate } as const, null, { ok: true }],
    [
      'handed over tomorrow',
      { state: 'handed-over', handedAt: after } as const,
      null,
      { refusal: 'naloxone.in-the-future' },
    ],
    [
      'left behind, still inside',
      { state: 'left-in-prison', handedAt: null } as const,
      null,
      { refusal: 'naloxone.not-released' },
    ],
    ['left behind, out', { state: 'left-in-prison', handedAt: null } as const, gate, { ok: true }],
    ['in property', { state: 'in-property', handedAt: null } as const, null, { ok: true }],
  ])('%s', (_, facts, releasedAt, expected) => {
    expect(decideKitRecording(facts, releasedAt, { now: gate, today })).toEqual({
      ok: !('refusal' in expected),
      ...expected,
    })
  })

  it.each([
    ['a used kit', { state: 'used', isReplaced: false } as const, gate, { ok: true }],
    ['a lost kit', { state: 'lost', isReplaced: false } as const, null, { ok: true }],
    ['one left in prison', { state: 'left-in-prison', isReplaced: false } as const, gate, { ok: true }],
    [
      'one in the property of somebody who is out',
      { state: 'in-property', isReplaced: false } as const,
      gate,
      { ok: true },
    ],
    [
      'one in the property',
      { state: 'in-property', isReplaced: false } as const,
      null,
      { refusal: 'naloxone.not-gone' },
    ],
    ['one in the hand', { state: 'handed-over', isReplaced: false } as const, gate, { refusal: 'naloxone.not-gone' }],
    [
      'one replaced already',
      { state: 'used', isReplaced: true } as const,
      gate,
      { refusal: 'naloxone.replaced-already' },
    ],
  ])('in the place of %s', (_what, replaces, releasedAt, expected) => {
    const kit = { state: 'handed-over', handedAt: gate } as const
    const decision = decideKitRecording(kit, releasedAt, { now: gate, today }, replaces)
    expect(decision).toEqual({ ok: !('refusal' in expected), ...expected })
  })

  it.each([
    ['used tomorrow', { state: 'used', handedAt: null, goneAt: after } as const],
    ['taught tomorrow', { state: 'in-property', handedAt: null, trainedOn: getPlainDate('2026-04-03') } as const],
  ])('%s is not known yet', (_what, kit) => {
    expect(decideKitRecording(kit, gate, { now: gate, today })).toMatchObject({ refusal: 'naloxone.in-the-future' })
  })

  const id = '01930000-0000-7000-8000-000000000001'
  const input = {
    episodeId: id,
    kitId: null,
    requestId: id,
    seenVersion: 0,
    product: 'Nasal spray',
    lot: null,
    expiresOn: '2027-06-30',
    state: 'in-property',
    handedAt: null,
    trained: null,
  }

  it.each<[string, object, boolean]>([
    ['a kit in the property', input, true],
    ['handed over, with its time', { ...input, state: 'handed-over', handedAt: gate }, true],
    ['handed over, no time', { ...input, state: 'handed-over' }, false],
    ['a time, not handed over', { ...input, handedAt: gate }, false],
    ['without training', { ...input, state: 'handed-over', handedAt: gate, trained: false }, true],
    ['no product, no lot, no expiry', { ...input, product: null, lot: null, expiresOn: null }, true],
    ['a month as expiry', { ...input, expiresOn: '2027-06' }, false],
    ['a state of its own', { ...input, state: 'somewhere' }, false],
    ['lost, with its time', { ...input, state: 'lost', goneAt: gate }, true],
    ['lost, no time', { ...input, state: 'lost' }, false],
    ['used, with what came of it', { ...input, state: 'used', goneAt: gate, usedOutcome: 'not-known' }, true],
    ['used, two doses', { ...input, state: 'used', goneAt: gate, usedOutcome: 'came-round', dosesUsed: 2 }, true],
    ['used, and nobody says what came of it', { ...input, state: 'used', goneAt: gate }, false],
    ['used, half a dose', { ...input, state: 'used', goneAt: gate, usedOutcome: 'died', dosesUsed: 0.5 }, false],
    ['doses of one that was not used', { ...input, dosesUsed: 1 }, false],
    [
      'used before it was handed over',
      { ...input, state: 'used', handedAt: after, goneAt: gate, usedOutcome: 'died' },
      false,
    ],
    ['at home, nobody knows since when', { ...input, state: 'at-home' }, true],
    ['a supporter’s in the property', { ...input, holder: 'supporter' }, false],
    ['a supporter’s, handed over', { ...input, holder: 'supporter', state: 'handed-over', handedAt: gate }, true],
    ['the name of a supporter', { ...input, holder: 'supporter', holderName: 'Ann' }, false],
    ['shown how, on a day', { ...input, trained: true, trainedOn: '2026-04-01' }, true],
    ['a day, not shown how', { ...input, trained: false, trainedOn: '2026-04-01' }, false],
  ])('%s', (_, sent, isFine) => {
    expect(RecordKitInput.safeParse(sent).success).toBe(isFine)
    expect(KIT_STATES).toContain(input.state)
  })
})
