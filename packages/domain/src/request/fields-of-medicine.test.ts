import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../testing/faults-of.ts'
import { AT, ID } from '../../testing/inputs/sample.ts'

type Case = [said: string, otherwise: Record<string, unknown>, faults: string[]]

const times = <Thing>(count: number, thing: Thing): Thing[] => Array.from({ length: count }, () => thing)
const EARLIER = new Date(AT.getTime() - 3_600_000)
const BAND = { fromDays: 1, appliesTo: 'everyone', state: 'ring-prescriber' }

/** What is said of doses, kits, the cover after the gate and the rules for them: the sample of INPUT_SCHEMAS, said otherwise, and what is found, where. */
const FIELDS: Record<string, readonly Case[]> = {
  'cover-plan.record-prescription': [
    ['of one day', { to: '2026-04-03', collectBy: null }, []],
    ['ends before it begins', { to: '2026-04-02', collectBy: null }, ['to: cover-plan.to.impossible']],
    ['of a leap year', { to: '2027-04-03' }, []],
    ['of a day more', { to: '2027-04-04' }, ['to: cover-plan.to.impossible']],
    ['to be collected on its last day', { collectBy: '2026-04-10' }, []],
    ['to be collected after it', { collectBy: '2026-04-11' }, ['collectBy: cover-plan.collectBy.after-end']],
    ['nobody said by when', { collectBy: null }, []],
  ],
  'cover-plan.record-supply': [
    ['of one day', { days: { from: '2026-04-03', to: '2026-04-03' } }, []],
    [
      'ends before it begins',
      { days: { from: '2026-04-03', to: '2026-04-02' } },
      ['days.to: cover-plan.supplyTo.impossible'],
    ],
    ['of a year', { days: { from: '2026-04-03', to: '2027-04-03' } }, ['days.to: cover-plan.supplyTo.impossible']],
    [
      'not a day',
      { days: { from: 'x', to: '2026-04-03' } },
      ['days.from: calendar.day.impossible', 'days.to: cover-plan.supplyTo.impossible'],
    ],
    ['something more', { days: { from: '2026-04-03', to: '2026-04-03', amount: 3 } }, ['days: request.input.invalid']],
    ['none any more', { days: null }, []],
  ],
  'cover-plan.record-reach': [
    ['not known, and for every day', { state: 'unknown', fromDay: null }, []],
    ['not known from a day on', { state: 'unknown' }, ['fromDay: cover-plan.fromDay.of-unknown']],
    ['for every day', { fromDay: null }, []],
  ],
  'cover-plan.decide': [
    ['no day', { wayDays: [] }, ['wayDays: cover-plan.wayDays.invalid']],
    ['a month of days', { wayDays: times(31, '2026-04-03') }, []],
    ['more days than the strip', { wayDays: times(32, '2026-04-03') }, ['wayDays: cover-plan.wayDays.invalid']],
    ['no plan stood there', { seenPlan: null }, []],
    ['a plan of another form', { seenPlan: { id: 'x', version: 0 } }, ['seenPlan.id: cover-plan.planId.invalid']],
    ['something more of a plan', { seenPlan: { id: ID, version: 0, way: 'x' } }, ['seenPlan: request.input.invalid']],
    ['three days left', { seenGap: { from: '2026-04-03', to: '2026-04-06', remainingDays: 3 } }, []],
    [
      'fewer than no days left',
      { seenGap: { from: '2026-04-03', to: '2026-04-06', remainingDays: -1 } },
      ['seenGap.remainingDays: cover-plan.seenGap.invalid'],
    ],
    [
      'more days left than a year has',
      { seenGap: { from: '2026-04-03', to: '2026-04-06', remainingDays: 367 } },
      ['seenGap.remainingDays: cover-plan.seenGap.invalid'],
    ],
    [
      'no gap',
      { seenGap: { from: '2026-04-03', to: '2026-04-06' } },
      ['seenGap.remainingDays: cover-plan.seenGap.invalid'],
    ],
    [
      'something more of a gap',
      { seenGap: { from: '2026-04-03', to: '2026-04-06', remainingDays: 0, x: 1 } },
      ['seenGap: request.input.invalid'],
    ],
  ],
  'naloxone.record-kit': [
    ['handed over, nobody says when', { handedAt: null }, ['handedAt: naloxone.handedAt.when-handed-over']],
    ['in the property, and handed over', { state: 'in-property' }, ['handedAt: naloxone.handedAt.not-handed']],
    ['in the property', { state: 'in-property', handedAt: null }, []],
    ['left in prison, and handed over', { state: 'left-in-prison' }, ['handedAt: naloxone.handedAt.not-handed']],
    ['declined, and handed over', { state: 'declined' }, ['handedAt: naloxone.handedAt.not-handed']],
    ['lost', { state: 'lost', goneAt: AT }, []],
    ['lost, nobody says when', { state: 'lost' }, ['goneAt: naloxone.goneAt.when-gone']],
    ['lost before it was handed over', { state: 'lost', goneAt: EARLIER }, ['goneAt: naloxone.goneAt.before-handed']],
    ['lost, never handed over', { state: 'lost', goneAt: EARLIER, handedAt: null }, []],
    ['gone while it is in a hand', { goneAt: AT }, ['goneAt: naloxone.goneAt.when-gone']],
    ['used', { state: 'used', goneAt: AT, usedOutcome: 'came-round', dosesUsed: 20 }, []],
    ['used, nobody says when', { state: 'used', usedOutcome: 'came-round' }, ['goneAt: naloxone.goneAt.when-gone']],
    [
      'used, nobody says what came of it',
      { state: 'used', goneAt: AT },
      ['usedOutcome: naloxone.usedOutcome.when-used'],
    ],
    [
      'not used, and something came of it',
      { usedOutcome: 'came-round' },
      ['usedOutcome: naloxone.usedOutcome.when-used'],
    ],
    ['not used, with doses given', { dosesUsed: 1 }, ['dosesUsed: naloxone.dosesUsed.not-used']],
    [
      'used, more doses than a kit holds',
      { state: 'used', goneAt: AT, usedOutcome: 'came-round', dosesUsed: 21 },
      ['dosesUsed: naloxone.dosesUsed.invalid'],
    ],
    [
      'used, no dose',
      { state: 'used', goneAt: AT, usedOutcome: 'came-round', dosesUsed: 0 },
      ['dosesUsed: naloxone.dosesUsed.invalid'],
    ],
    [
      'a supporter’s, in the property',
      { holder: 'supporter', state: 'in-property', handedAt: null },
      ['state: naloxone.state.not-in-prison'],
    ],
    [
      'a supporter’s, left in prison',
      { holder: 'supporter', state: 'left-in-prison', handedAt: null },
      ['state: naloxone.state.not-in-prison'],
    ],
    ['a supporter’s, handed over', { holder: 'supporter' }, []],
    ['shown how, on a day', { trainedOn: '2026-11-20' }, []],
    [
      'not shown how, on a day',
      { trained: false, trainedOn: '2026-11-20' },
      ['trainedOn: naloxone.trainedOn.not-trained'],
    ],
    ['not asked, on a day', { trained: null, trainedOn: '2026-11-20' }, ['trainedOn: naloxone.trainedOn.not-trained']],
  ],
  'handoff.send': [
    ['nothing', { handoffs: [] }, ['handoffs: handoff.handoffs.missing']],
    [
      'an area twice',
      { handoffs: times(2, { area: 'omt', receivingServiceId: ID }) },
      ['handoffs: handoff.handoffs.repeated'],
    ],
    [
      'more areas than there are',
      { handoffs: times(11, { area: 'omt', receivingServiceId: ID }) },
      ['handoffs: handoff.handoffs.too-many'],
    ],
    [
      'an area that there is not',
      { handoffs: [{ area: 'x', receivingServiceId: ID }] },
      ['handoffs.0.area: checklist.area.unknown'],
    ],
  ],
  'handoff.finish': [
    ['with another outcome, in words', { outcome: 'other', words: 'moved away' }, []],
    ['with another outcome, without', { outcome: 'other', words: null }, ['words: handoff.words.missing']],
  ],
  'handoff.close': [
    ['for another reason, in words', { reason: 'other', words: 'moved away' }, []],
    ['for another reason, without', { reason: 'other', words: null }, ['words: handoff.words.missing']],
  ],
  'evidence-letter.make': [
    ['no letter', { kinds: [] }, ['kinds: evidence-letter.kinds.missing']],
    ['a letter twice', { kinds: ['benefits', 'benefits'] }, ['kinds: evidence-letter.kinds.unknown']],
    ['more letters than there are', { kinds: times(5, 'benefits') }, ['kinds: evidence-letter.kinds.unknown']],
  ],
  'sharing-note.record': [
    ['an offer twice', { wants: ['depot', 'depot'] }, ['wants: sharing-note.wants.twice']],
    ['more offers than there are', { wants: times(4, 'depot') }, ['wants: sharing-note.wants.unknown']],
    ['not asked alone', { seenAlone: false }, ['seenAlone: sharing-note.seenAlone.missing']],
    ['not agreed', { agreed: false }, ['agreed: sharing-note.agreed.missing']],
  ],
  'rule-set.propose': [
    ['for nowhere', { scope: { country: null, serviceId: null } }, ['scope.country: rule-set.scope.one-of-both']],
    [
      'for a country and a service',
      { scope: { country: 'GB', serviceId: ID } },
      ['scope.country: rule-set.scope.one-of-both'],
    ],
    ['for a country', { scope: { country: 'GB', serviceId: null } }, []],
    [
      'no band',
      { rules: { kind: 'routing-by-days', body: { bands: [] } } },
      ['rules.body.bands: rule-set.bands.missing'],
    ],
    [
      'from half a day',
      { rules: { kind: 'routing-by-days', body: { bands: [{ ...BAND, fromDays: 1.5 }] } } },
      ['rules.body.bands.0.fromDays: rule-set.fromDays.whole'],
    ],
    [
      'from no day',
      { rules: { kind: 'routing-by-days', body: { bands: [{ ...BAND, fromDays: 0 }] } } },
      ['rules.body.bands.0.fromDays: rule-set.fromDays.from-one'],
    ],
    [
      'after a month',
      { rules: { kind: 'routing-by-days', body: { bands: [{ ...BAND, fromDays: 31 }] } } },
      ['rules.body.bands.0.fromDays: rule-set.fromDays.too-late'],
    ],
    [
      'for somebody unknown',
      { rules: { kind: 'routing-by-days', body: { bands: [{ ...BAND, appliesTo: 'x' }] } } },
      ['rules.body.bands.0.appliesTo: rule-set.appliesTo.unknown'],
    ],
    [
      'a state that there is not',
      { rules: { kind: 'routing-by-days', body: { bands: [{ ...BAND, state: 'x' }] } } },
      ['rules.body.bands.0.state: rule-set.state.unknown'],
    ],
    ['a kind that there is not', { rules: { kind: 'x', body: {} } }, ['rules.kind: rule-set.kind.unknown']],
  ],
  'medication.agree-lateness': [
    ['until midnight', { until: '24:00' }, ['until: calendar.time.impossible']],
    ['with seconds', { until: '19:30:00' }, ['until: calendar.time.impossible']],
    ['with a word before', { until: 'at 19:30' }, ['until: calendar.time.impossible']],
  ],
  'what-helps.record': [
    ['more than five of a list', { helps: times(6, 'work') }, ['helps: what-helps.helps.too-many']],
    ['more strengths than five', { strengths: times(6, 'patience') }, ['strengths: what-helps.strengths.too-many']],
  ],
}

describe.each(Object.entries(FIELDS))('what %s takes and refuses', (action, cases) => {
  it.each(cases)('%s', (_said, otherwise, faults) => {
    expect(faultsOf(action, otherwise)).toEqual(faults)
  })
})
