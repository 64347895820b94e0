import { describeFigure } from '../../testing/count-each.ts'
import type { ToldRelease } from '../../testing/told-release.ts'

/** How releases count in the two figures about treatment, branch by branch (rules FIG-1 and FIG-2). */
const YESTERDAY = new Date('2026-04-19T09:00:00Z')
const SENT = [['send', -72]] as const
const ACKNOWLEDGED = [...SENT, ['acknowledge', -50]] as const
const HANDED = { handoffs: [{ moves: ACKNOWLEDGED }] } as const
const treated: Partial<ToldRelease> = { treatment: {}, ...HANDED }
const wants: Partial<ToldRelease> = { answers: { dose: 'wants-omt' } }
const outside = (at: number, day: string, more: object = {}) => ({ doses: [{ at, day, ...more }] })

describeFigure('dose-within-48-hours', [
  ['at the last second', { ...treated, ...outside(48, '2026-03-29') }, 'met supervised'],
  ['a second later', { ...treated, ...outside(48 + 1 / 3600, '2026-03-29') }, 'not-met later'],
  ['carried home', { ...treated, ...outside(5, '2026-03-28', { kind: 'take-home' }) }, 'met take-home'],
  [
    'injected',
    {
      ...treated,
      treatment: { medicine: 'buprenorphine-weekly-depot', rhythm: 'depot' },
      ...outside(20, '2026-03-28', { kind: 'depot' }),
    },
    'met depot',
  ],
  [
    'given at another place',
    { ...treated, ...outside(20, '2026-03-28', { outcome: 'given-elsewhere' }) },
    'met supervised',
  ],
  ['by a pharmacy', { ...treated, ...outside(20, '2026-03-28', { by: 'millLane' }) }, 'met supervised'],
  [
    'declined outside, then given late',
    {
      ...treated,
      doses: [
        { at: 20, day: '2026-03-28', outcome: 'declined' },
        { at: 70, day: '2026-03-30' },
      ],
    },
    'not-met later',
  ],
  [
    'carried out for the weekend',
    {
      ...treated,
      doses: [
        { at: -2, day: '2026-03-27', by: 'northgate' },
        { at: -1, day: '2026-03-28', toDay: '2026-03-29', kind: 'take-home', by: 'northgate' },
      ],
    },
    'met take-home',
  ],
  [
    'carried out for one day only',
    {
      ...treated,
      doses: [
        { at: -2, day: '2026-03-27', by: 'northgate' },
        { at: -1, day: '2026-03-28', kind: 'take-home', by: 'northgate' },
      ],
    },
    'unknown nothing-recorded',
  ],
  [
    'carried out and not taken',
    {
      ...treated,
      doses: [
        { at: -2, day: '2026-03-27', by: 'northgate' },
        { at: -1, day: '2026-03-28', toDay: '2026-03-29', kind: 'take-home', by: 'northgate' },
        { at: null, day: '2026-03-29', kind: 'take-home', outcome: 'not-taken', by: 'northgate', corrects: 1 },
      ],
    },
    'unknown nothing-recorded',
  ],
  [
    'an injection inside its window',
    {
      ...treated,
      treatment: { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' },
      doses: [{ at: -480, day: '2026-03-07', kind: 'depot', by: 'northgate' }],
    },
    'met depot',
  ],
  [
    'an injection whose window is over',
    {
      ...treated,
      treatment: { medicine: 'buprenorphine-monthly-depot', rhythm: 'depot' },
      doses: [{ at: -960, day: '2026-02-15', kind: 'depot', by: 'northgate' }],
    },
    'unknown nothing-recorded',
  ],
  [
    'a rhythm that rests',
    {
      ...treated,
      treatment: { rhythm: 'three-a-week', weekdays: [1, 5] },
      doses: [{ at: -2, day: '2026-03-27', by: 'northgate' }],
    },
    'met by-schedule',
  ],
  [
    'a late entry of the prison is not a dose outside',
    { ...treated, doses: [{ at: -2, day: '2026-03-27', by: 'northgate' }] },
    'unknown nothing-recorded',
  ],
  ['without a time', { ...treated, doses: [{ at: null, day: '2026-03-28' }] }, 'unknown time-not-recorded'],
  [
    'entered by mistake and taken back',
    {
      ...treated,
      doses: [
        { at: 20, day: '2026-03-28' },
        { at: 21, day: '2026-03-28', outcome: 'declined', corrects: 0 },
      ],
    },
    'unknown nothing-recorded',
  ],
  ['nothing recorded', treated, 'unknown nothing-recorded'],
  ['the hours are not over', { ...treated, releasedAt: YESTERDAY }, 'unknown still-within-time'],
  ['on treatment as the plan says', { answers: { dose: 'on-omt' } }, 'unknown nothing-recorded'],
  [
    'a treatment that ended before',
    { treatment: { endedOn: '2026-03-01' }, answers: { dose: 'not-on-omt' } },
    'left-out not-on-treatment',
  ],
  ['not on treatment', { answers: { dose: 'not-on-omt' } }, 'left-out not-on-treatment'],
  ['nobody asked', {}, 'left-out treatment-not-known'],
  ['died before 48 hours', { ...treated, outcomes: [{ kind: 'died', at: 40 }] }, 'left-out died-or-back-in-custody'],
  [
    'back inside before 48 hours',
    { ...treated, outcomes: [{ kind: 'back-in-custody', at: 40 }] },
    'left-out died-or-back-in-custody',
  ],
  [
    'died after them',
    { ...treated, ...outside(30, '2026-03-28'), outcomes: [{ kind: 'died', at: 60 }] },
    'met supervised',
  ],
])

describeFigure('treatment-within-21-days', [
  ['on day 21', { ...treated, ...outside(503, '2026-04-17') }, 'met started-in-time'],
  ['on day 22', { ...treated, ...outside(527, '2026-04-18') }, 'not-met later'],
  [
    'said to have begun',
    { ...wants, ...HANDED, items: [{ code: 'omt-start-treatment', status: 'done', at: 400 }] },
    'met started-in-time',
  ],
  [
    'said to have begun late',
    { ...wants, ...HANDED, items: [{ code: 'omt-start-treatment', status: 'done', at: 530 }] },
    'not-met later',
  ],
  [
    'declined on the plan',
    { ...wants, ...HANDED, items: [{ code: 'omt-start-treatment', status: 'declined', at: 100 }] },
    'not-met declined',
  ],
  [
    'declined at the service',
    { ...wants, handoffs: [{ moves: [...SENT, ['reject', -40, 'person-declined: not now']] }] },
    'not-met declined',
  ],
  ['died in time', { ...treated, outcomes: [{ kind: 'died', at: 200 }] }, 'not-met died-or-back-in-custody'],
  [
    'recalled in time',
    { ...treated, outcomes: [{ kind: 'back-in-custody', at: 200 }] },
    'not-met died-or-back-in-custody',
  ],
  [
    'taken back and never begun',
    { ...wants, handoffs: [{ moves: [...SENT, ['revoke', -50, 'going-elsewhere']] }] },
    'unknown nothing-recorded',
  ],
  ['no word', { ...wants, ...HANDED }, 'unknown nothing-recorded'],
  ['the days are not over', { ...wants, ...HANDED, releasedAt: YESTERDAY }, 'unknown still-within-time'],
  ['never handed over', wants, 'left-out never-handed-off'],
  [
    'handed over for housing only',
    { ...wants, handoffs: [{ area: 'housing', to: 'haven', moves: ACKNOWLEDGED }] },
    'left-out never-handed-off',
  ],
  ['no need', { answers: { dose: 'not-on-omt' }, ...HANDED }, 'left-out no-need'],
  ['nobody asked', HANDED, 'left-out need-not-known'],
])
