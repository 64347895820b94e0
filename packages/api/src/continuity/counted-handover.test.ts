import { describeFigure } from '../../testing/count-each.ts'
import type { ToldRelease } from '../../testing/told-release.ts'

/** How releases count in the figures about kits, handoffs and the first night (rules FIG-3, FIG-4 and FIG-5). */
const SENT = [['send', -72]] as const
const ACKNOWLEDGED = [...SENT, ['acknowledge', -50]] as const
const wants: Partial<ToldRelease> = { answers: { dose: 'wants-omt' } }

const treated: Partial<ToldRelease> = { treatment: {} }
describeFigure('naloxone-at-the-gate', [
  ['at the gate', { ...wants, kits: [{ state: 'handed-over', handedAt: 0 }] }, 'met in-hand'],
  [
    'weeks before',
    { answers: { 'opioid-need': 'yes' }, kits: [{ state: 'handed-over', handedAt: -500 }] },
    'met in-hand',
  ],
  [
    'a minute after',
    { ...treated, kits: [{ state: 'handed-over', handedAt: 1 / 60 }] },
    'not-met handed-after-release',
  ],
  ['left there', { ...treated, kits: [{ state: 'left-in-prison' }] }, 'not-met left-in-prison'],
  ['still said to lie in the property', { ...treated, kits: [{ state: 'in-property' }] }, 'not-met left-in-prison'],
  ['declined', { ...treated, kits: [{ state: 'declined' }] }, 'not-met declined'],
  ['nothing recorded', treated, 'unknown nothing-recorded'],
  ['no need', { answers: { dose: 'not-on-omt', 'opioid-need': 'no' } }, 'left-out no-need'],
  ['not on treatment, and nobody asked about opioids', { answers: { dose: 'not-on-omt' } }, 'left-out need-not-known'],
])

describeFigure('acknowledged-before-release', [
  ['in time', { handoffs: [{ moves: ACKNOWLEDGED }] }, 'met by-receiver'],
  ['accepted at once', { handoffs: [{ moves: [...SENT, ['accept', -1]] }] }, 'met by-receiver'],
  [
    'sent exactly 24 hours before',
    {
      handoffs: [
        {
          moves: [
            ['send', -24],
            ['acknowledge', -1],
          ],
        },
      ],
    },
    'met by-receiver',
  ],
  [
    'sent a second too late',
    {
      handoffs: [
        {
          moves: [
            ['send', -24 + 1 / 3600],
            ['acknowledge', -1],
          ],
        },
      ],
    },
    'left-out sent-late',
  ],
  [
    'by the fallback',
    {
      handoffs: [
        { moves: [...SENT, ['time-out', -40]] },
        {
          to: 'riverside',
          after: 0,
          bySystem: true,
          moves: [
            ['send', -40],
            ['acknowledge', -20],
          ],
        },
      ],
    },
    'met by-fallback',
  ],
  [
    'by the one it was sent on to',
    {
      handoffs: [
        { moves: [...SENT, ['reject', -60, 'no-capacity'], ['close', -59, 'resent']] },
        {
          to: 'riverside',
          after: 0,
          moves: [
            ['send', -59],
            ['accept', -40],
          ],
        },
      ],
    },
    'met by-receiver',
  ],
  [
    'sent on late, but first sent in time',
    {
      handoffs: [
        { moves: [...SENT, ['reject', -60, 'no-capacity'], ['close', -5, 'resent']] },
        {
          to: 'riverside',
          after: 0,
          moves: [
            ['send', -5],
            ['accept', -1],
          ],
        },
      ],
    },
    'met by-receiver',
  ],
  [
    'acknowledged at the very moment',
    { handoffs: [{ moves: [...SENT, ['acknowledge', 0]] }] },
    'not-met acknowledged-after-release',
  ],
  ['nobody', { handoffs: [{ moves: SENT }] }, 'not-met not-acknowledged'],
  ['rejected', { handoffs: [{ moves: [...SENT, ['reject', -40, 'no-capacity']] }] }, 'not-met not-acknowledged'],
  [
    'taken back after it was acknowledged',
    { handoffs: [{ moves: [...ACKNOWLEDGED, ['revoke', -30, 'release-changed']] }] },
    'not-met revoked',
  ],
  [
    'taken back, and sent anew',
    {
      handoffs: [
        { moves: [...ACKNOWLEDGED, ['revoke', -30, 'release-changed']] },
        { to: 'riverside', moves: [['send', -29]] },
      ],
    },
    'not-met not-acknowledged',
  ],
  ['at short notice', { kind: 'short-notice', handoffs: [{ moves: ACKNOWLEDGED }] }, 'left-out short-notice'],
  ['unplanned', { kind: 'unplanned' }, 'left-out unplanned'],
  ['never', {}, 'left-out never-sent'],
])

describeFigure('first-night-bed', [
  ['a bed', { outcomes: [{ kind: 'first-night', at: 12, value: 'confirmed-bed' }] }, 'met confirmed-bed'],
  [
    'put right later',
    {
      outcomes: [
        { kind: 'first-night', at: 12, value: 'street' },
        { kind: 'first-night', at: 13, value: 'confirmed-bed' },
      ],
    },
    'met confirmed-bed',
  ],
  ['elsewhere', { outcomes: [{ kind: 'first-night', at: 12, value: 'other-address' }] }, 'not-met other-address'],
  ['a known street', { outcomes: [{ kind: 'first-night', at: 12, value: 'street' }] }, 'not-met street'],
  [
    'asked and not known',
    { outcomes: [{ kind: 'first-night', at: 12, value: 'unknown' }] },
    'unknown nothing-recorded',
  ],
  ['nothing', {}, 'unknown nothing-recorded'],
  ['the night is not over', { releasedAt: new Date('2026-04-20T07:00:00Z') }, 'unknown still-within-time'],
])
