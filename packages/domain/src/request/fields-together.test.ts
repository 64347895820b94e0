import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../testing/faults-of.ts'

type Case = [otherwise: Record<string, unknown>, faults: string[]]

/** What must hold between two fields of one form: the sample of INPUT_SCHEMAS, said otherwise, and what is found, where. */
const TOGETHER: Record<string, readonly Case[]> = {
  'supporter.record': [
    [{}, []],
    [{ consentOn: null }, ['consentOn: supporter.consentOn.missing']],
    [{ consent: 'no', consentOn: null, mayBeTold: [] }, ['consentOn: supporter.consentOn.missing']],
    [{ consent: 'not-asked', mayBeTold: [] }, ['consentOn: supporter.consentOn.not-asked']],
    [{ consent: 'not-asked', consentOn: null, mayBeTold: [] }, []],
    [{ consent: 'not-asked', consentOn: null, mayBeTold: [], phone: '0123' }, []],
    [{ consent: 'no', mayBeTold: [] }, []],
    [{ consent: 'no', mayBeTold: [], phone: '0123' }, ['phone: supporter.phone.without-consent']],
    [{ consent: 'no' }, ['mayBeTold: supporter.mayBeTold.without-consent']],
    [{ phone: '0123', isCrisisContact: true }, []],
    [{ isCrisisContact: true }, ['isCrisisContact: supporter.isCrisisContact.not-reachable']],
    [
      { consent: 'not-asked', consentOn: null, mayBeTold: [], phone: '0123', isCrisisContact: true },
      ['isCrisisContact: supporter.isCrisisContact.not-reachable'],
    ],
    [{ mayBeTold: Array.from({ length: 20 }, () => 'that-i-am-out') }, ['mayBeTold: supporter.mayBeTold.unknown']],
  ],
  'overdose-plan.record': [
    [{}, []],
    [{ goSlow: null, naloxoneWith: null, whoCalls: null }, []],
    [
      { notAlone: null, goSlow: null, naloxoneWith: null, whoCalls: null },
      ['notAlone: overdose-plan.notAlone.missing'],
    ],
    [{ answer: 'declined' }, ['answer: overdose-plan.answer.not-made']],
    [{ answer: 'declined', notAlone: null, goSlow: null, naloxoneWith: null, whoCalls: null }, []],
    [
      { answer: 'declined', goSlow: null, naloxoneWith: null, whoCalls: null },
      ['answer: overdose-plan.answer.not-made'],
    ],
  ],
  'overdose-report.record': [
    [{}, []],
    [{ isReplaced: true }, []],
    [{ naloxone: 'no' }, ['kitId: overdose-report.kitId.not-used']],
    [{ naloxone: 'no', kitId: null }, []],
    [{ naloxone: 'no', kitId: null, isReplaced: true }, ['isReplaced: overdose-report.isReplaced.nothing-used']],
  ],
  'what-helps.record': [
    [{ preferredMedicine: null }, []],
    [{ preferredNotMet: 'not in this town' }, []],
    [
      { preferredMedicine: null, preferredNotMet: 'not in this town' },
      ['preferredMedicine: what-helps.preferredMedicine.missing'],
    ],
    [{ pulls: Array.from({ length: 50 }, (_, at) => `thing ${at}`) }, ['pulls: what-helps.pulls.too-many']],
  ],
  'own-words.record': [
    [{}, []],
    [{ sayings: [] }, ['sayings: own-words.sayings.missing']],
    [{ readBack: false }, ['readBack: own-words.readBack.missing']],
    [{ answer: 'chose-not-to' }, ['sayings: own-words.sayings.unexpected']],
    [{ answer: 'chose-not-to', sayings: [], readBack: false }, []],
    [
      { answer: 'chose-not-to', sayings: [], readBack: false, mayTravel: true },
      ['mayTravel: own-words.mayTravel.nothing-said'],
    ],
    [{ sayings: [{ kind: 'strategy', words: 'The early bus', language: null, task: 'other-pharmacy' }] }, []],
    [{ sayings: [{ kind: 'goal', words: 'My own door', language: null, task: null }] }, []],
    [
      { sayings: [{ kind: 'goal', words: 'My own door', language: null, task: 'other-pharmacy' }] },
      ['sayings.0.task: own-words.task.not-a-strategy'],
    ],
  ],
  'how-was-it.record': [
    [{ outcome: 'refused' }, ['answers: how-was-it.answers.unexpected']],
    [{ outcome: 'refused', answers: [] }, []],
    [{ answers: [] }, ['answers: how-was-it.answers.missing']],
    [
      { answers: ['yes', 'no'].map((answer) => ({ question: 'bed', answer, words: null })) },
      ['answers: how-was-it.answers.repeated'],
    ],
    [{ answers: [{ question: 'bed', answer: 'peer', words: null }] }, ['answers.0.answer: how-was-it.answer.unknown']],
    [
      { answers: [{ question: 'bed', answer: 'refused', words: 'no comment' }] },
      ['answers.0.words: how-was-it.words.unexpected'],
    ],
    [{ answers: [{ question: 'bed', answer: 'refused', words: null }] }, []],
  ],
  'housing.record-place': [
    [{ confirmedBy: null }, ['confirmedBy: housing.confirmedBy.missing']],
    [{ confirmed: 'asked', confirmedBy: null }, []],
    [{ kind: 'none' }, ['kind: housing.kind.nothing-to-confirm']],
    [{ kind: 'unknown' }, ['kind: housing.kind.nothing-to-confirm']],
    [{ kind: 'none', confirmed: 'asked' }, []],
    [{ kind: 'unknown', confirmed: 'asked' }, []],
  ],
  'hours-confirmation.answer': [
    [{}, []],
    [{ intervals: [] }, ['intervals: hours-confirmation.intervals.missing']],
    [{ said: 'closed' }, ['intervals: hours-confirmation.intervals.while-closed']],
    [{ said: 'closed', intervals: [] }, []],
    [{ toldHow: 'themselves' }, ['toldBy: hours-confirmation.toldBy.missing']],
    [{ toldHow: 'themselves', toldBy: null }, []],
    [{ toldBy: null }, ['toldBy: hours-confirmation.toldBy.missing']],
  ],
  'health-supply.record': [
    [{ countedOn: null }, ['countedOn: health-supply.countedOn.missing']],
    [{ supplyDays: null }, ['supplyDays: health-supply.supplyDays.missing']],
    [{ supplyDays: null, countedOn: null }, []],
    [{ supplyDays: 0 }, []],
    [{ supplyDays: -1 }, ['supplyDays: health-supply.supplyDays.invalid']],
  ],
  'barrier.record': [
    [{ code: 'no-couples' }, ['area: barrier.area.partner-only']],
    [{ code: 'no-couples', area: 'partner' }, []],
    [{ code: 'other' }, []],
    [{ code: 'other', words: null }, ['words: barrier.words.missing']],
    [{ words: null }, []],
    [{ resolvedOn: null }, ['resolvedOn: barrier.resolvedOn.missing']],
    [{ resolvedHow: null }, ['resolvedHow: barrier.resolvedHow.missing']],
    [{ resolvedOn: null, resolvedHow: null }, []],
    [{ since: '2026-11-04' }, ['resolvedOn: barrier.resolvedOn.before-it-began']],
    [{ since: '2026-11-03' }, []],
    [{ since: null }, []],
  ],
}

describe.each(Object.entries(TOGETHER))('what %s asks of two fields together', (action, cases) => {
  it.each(cases)('%j', (otherwise, faults) => {
    expect(faultsOf(action, otherwise)).toEqual(faults)
  })
})

describe('a version, an instant and a field that nobody asked for', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['supporter.record', { seenVersion: 0 }, []],
    ['supporter.record', { seenVersion: 2_147_483_647 }, []],
    ['supporter.record', { seenVersion: 2_147_483_648 }, ['seenVersion: request.seenVersion.invalid']],
    ['supporter.record', { seenVersion: -1 }, ['seenVersion: request.seenVersion.invalid']],
    ['how-was-it.record', { askedAt: new Date('1900-01-01T00:00:00Z') }, []],
    ['how-was-it.record', { askedAt: new Date('1899-12-31T23:59:59Z') }, ['askedAt: how-was-it.askedAt.impossible']],
    ['how-was-it.record', { askedAt: new Date('2199-12-31T23:59:59Z') }, []],
    ['how-was-it.record', { askedAt: new Date('2200-01-01T00:00:00Z') }, ['askedAt: how-was-it.askedAt.impossible']],
    ['supporter.record', { accountableServiceId: 'x' }, [': request.field.unknown']],
  ])('%s, %j', (action, otherwise, faults) => {
    expect(faultsOf(action, otherwise)).toEqual(faults)
  })

  it('takes an object and nothing else', async () => {
    const { inputOf } = await import('./request-fields.ts')
    const found = inputOf({}).safeParse('x')
    expect(found.error?.issues.map(({ message }) => message)).toEqual(['request.input.invalid'])
  })
})
