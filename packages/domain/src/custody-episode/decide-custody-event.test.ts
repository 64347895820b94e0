import { describe, expect, it } from 'vitest'
import { getPlainDate } from '../calendar/plain-date.ts'
import { getZone } from '../calendar/zone.ts'
import { LIFECYCLE } from '../release/lifecycle.ts'
import { doesStop, EVENT_KINDS, type EventAnswer, type EventKind } from './custody-event-codes.ts'
import { decideEvent, decideEventAnswer } from './decide-custody-event.ts'

const NOW = new Date('2026-03-26T09:00:00Z')
const held = {
  admittedOn: getPlainDate('2026-01-05'),
  endedOn: null,
  isHeldHere: true,
  zone: getZone('Europe/London'),
}
const out = { ...held, endedOn: getPlainDate('2026-03-26'), isHeldHere: false }
const elsewhere = { ...held, isHeldHere: false }
const today = getPlainDate('2026-03-26')

describe('REL-9: a death, a deportation, a stay in hospital', () => {
  it.each(EVENT_KINDS)('%s stops work as its row of the table says', (kind) => {
    expect(doesStop(kind)).toBe(LIFECYCLE[kind].plan === 'closes')
    expect(doesStop(kind)).toBe(LIFECYCLE[kind].items === 'stop')
  })

  it.each<[string, typeof held | typeof out, EventKind[], EventKind, string, unknown]>([
    ['a death inside ends custody', held, [], 'died', '2026-03-26T08:00:00Z', { ok: true, endsOn: today }],
    ['a death outside ends nothing', out, [], 'died', '2026-03-26T08:00:00Z', { ok: true, endsOn: null }],
    ['a death told by somebody else', elsewhere, [], 'died', '2026-03-26T08:00:00Z', { ok: true, endsOn: null }],
    ['a deportation ends custody', held, [], 'deported', '2026-03-26T08:00:00Z', { ok: true, endsOn: today }],
    ['hospital ends nothing', held, [], 'hospital', '2026-03-26T08:00:00Z', { ok: true, endsOn: null }],
    ['a death in hospital', held, ['hospital'], 'died', '2026-03-26T08:00:00Z', { ok: true, endsOn: today }],
    ['hospital twice', held, ['hospital'], 'hospital', '2026-03-26T08:00:00Z', 'custody-episode.already-recorded'],
    ['a death twice', held, ['died'], 'died', '2026-03-26T08:00:00Z', 'custody-episode.already-recorded'],
    ['hospital after a death', held, ['died'], 'hospital', '2026-03-26T08:00:00Z', 'custody-episode.already-recorded'],
    ['hospital after release', out, [], 'hospital', '2026-03-26T08:00:00Z', 'custody-episode.not-inside'],
    ['deported by somebody else', elsewhere, [], 'deported', '2026-03-26T08:00:00Z', 'custody-episode.not-inside'],
    ['in an hour', held, [], 'died', '2026-03-26T10:00:00Z', 'custody-episode.in-the-future'],
    ['now', held, [], 'died', '2026-03-26T09:00:00Z', { ok: true, endsOn: today }],
    ['before admission', held, [], 'died', '2026-01-04T12:00:00Z', 'custody-episode.before-admission'],
    ['on the day of admission', held, [], 'died', '2026-01-05T00:00:00Z', { ok: true, endsOn: '2026-01-05' }],
  ])('%s', (_name, episode, standing, kind, at, expected) => {
    expect(decideEvent(episode, standing, { kind, at: new Date(at) }, NOW)).toEqual(
      typeof expected === 'string' ? { ok: false, refusal: expected } : expected,
    )
  })
})

describe('what is said to an event', () => {
  const nurse = { accountId: 'nurse', serviceId: 'northgate', isPrison: true }
  const doctor = { ...nurse, accountId: 'doctor' }
  const worker = { accountId: 'worker', serviceId: 'harbour', isPrison: false }
  const event = (kind: EventKind, answers: EventAnswer[] = [], by = nurse) => ({
    kind,
    answers,
    recordedBy: by.accountId,
    serviceId: by.serviceId,
  })

  it.each<[string, ReturnType<typeof event>, EventAnswer, typeof nurse, boolean, string | null]>([
    ['a second person confirms a death', event('died'), 'confirmed', doctor, false, null],
    ['so does another service', event('died'), 'confirmed', worker, false, null],
    ['the one who recorded it does not', event('died'), 'confirmed', nurse, false, 'same-person'],
    ['once', event('died', ['confirmed']), 'confirmed', doctor, false, 'already-confirmed'],
    ['nobody confirms a hospital', event('hospital'), 'confirmed', doctor, false, 'not-this-answer'],
    ['back from hospital', event('hospital'), 'over', doctor, false, null],
    ['a death is never over', event('died'), 'over', doctor, false, 'not-this-answer'],
    ['a worker does not bring back from hospital', event('hospital'), 'over', worker, false, 'not-this-answer'],
    ['the prison takes back', event('died', [], worker), 'taken-back', nurse, false, null],
    ['the service that recorded it takes back', event('died', [], worker), 'taken-back', worker, false, null],
    ['confirmed, and still taken back', event('died', ['confirmed']), 'taken-back', nurse, false, null],
    ['another service does not', event('died'), 'taken-back', worker, false, 'not-yours-to-take-back'],
    ['what was taken back is gone', event('died', ['taken-back']), 'confirmed', doctor, false, 'nothing-stands'],
    ['what is over is gone', event('hospital', ['over']), 'taken-back', nurse, false, 'nothing-stands'],
    ['somebody admitted again', event('deported'), 'taken-back', nurse, true, 'admitted-again'],
  ])('%s', (_name, of, answer, by, again, refusal) => {
    expect(decideEventAnswer(of, answer, by, again)).toEqual(
      refusal ? { ok: false, refusal: `custody-episode.${refusal}` } : { ok: true },
    )
  })
})
