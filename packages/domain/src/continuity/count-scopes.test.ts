import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../access/access-codes.ts'
import { CATEGORIES_OF_KIND } from '../service/service-kinds.ts'
import { scopesOf } from './count-scopes.ts'
import type { RecordedLink, ReleaseRecord } from './release-record.ts'

type Asked = Partial<RecordedLink>

/** A handoff to a drug service that has all of it, and works in no region. */
function asked(of: Asked): RecordedLink {
  return {
    area: 'omt',
    sentAt: '2026-03-20T09:00:00Z',
    acknowledgedAt: null,
    isFallback: false,
    isRevoked: false,
    isDeclined: false,
    to: 'harbour',
    toKind: 'drug-service',
    carries: ['identity', 'release', 'omt'],
    reads: 'carried',
    regions: [],
    ...of,
  }
}

function scopesWith(links: Asked[], regions: string[] = []) {
  return scopesOf({
    prisonId: 'northgate',
    regions,
    links: links.map(asked),
  } as Partial<ReleaseRecord> as ReleaseRecord)
}

/** Scopes as `kind id: categories; areas; of the partner`, without the prison's. */
function told(links: Asked[], regions: string[] = []): string[] {
  return scopesWith(links, regions)
    .slice(1)
    .map(({ kind, id, open, areas, isOfPartner }) =>
      [
        `${kind} ${id}`,
        open.join(' '),
        areas?.join(' ') ?? 'every area',
        ...(isOfPartner ? ['of the partner'] : []),
      ].join('; '),
    )
}

const ALL = CATEGORIES.join(' ')

describe('whose figures a release counts in', () => {
  it('is that of the prison first, which reads all of it and handed over every area', () => {
    expect(scopesWith([])).toEqual([
      { kind: 'prison', id: 'northgate', open: CATEGORIES, areas: null, isOfPartner: false },
    ])
  })

  it.each<[string, Asked[], string[], string[]]>([
    ['the regions of the prison', [], ['north'], [`region north; ${ALL}; every area`]],
    [
      'and of the services asked, each region once',
      [{ regions: ['north', 'coast'] }],
      ['north'],
      [
        `region north; ${ALL}; every area`,
        `region coast; ${ALL}; every area`,
        'service harbour; identity release omt; omt',
      ],
    ],
    [
      'a service reads what was carried to it, over all of its handoffs',
      [{}, { area: 'housing', carries: ['release', 'housing'] }],
      [],
      ['service harbour; identity release omt housing; omt housing'],
    ],
    [
      'and never more than its kind may',
      [{ to: 'haven', toKind: 'housing', area: 'housing', carries: ['release', 'omt', 'housing'] }],
      [],
      ['service haven; release housing; housing'],
    ],
    [
      'one that stayed silent counts its silence, and reads of the release alone',
      [{ reads: 'silence', carries: ['identity', 'release', 'omt'] }],
      [],
      ['service harbour; release; omt'],
    ],
    ['one that turned it away counts nothing', [{ reads: 'nothing' }], [], []],
    [
      'but its region still counts the release',
      [{ reads: 'nothing', regions: ['coast'] }],
      [],
      [`region coast; ${ALL}; every area`],
    ],
    [
      'turned away once and taken once: what was taken counts',
      [{ reads: 'nothing' }, { area: 'naloxone', carries: ['release', 'naloxone'] }],
      [],
      ['service harbour; release naloxone; naloxone'],
    ],
    [
      'asked for the partner alone',
      [{ area: 'partner', carries: ['release', 'partner'] }],
      [],
      ['service harbour; release partner; partner; of the partner'],
    ],
    [
      'asked for the partner and for something else',
      [{ area: 'partner', carries: ['release', 'partner'] }, {}],
      [],
      ['service harbour; identity release omt partner; partner omt'],
    ],
    ['another prison', [{ to: 'eastfield', toKind: 'prison-health' }], [], []],
    ['a region that was asked as a service', [{ to: 'north', toKind: 'region' }], [], []],
    [
      'two services, each what it was told',
      [{}, { to: 'mill-lane', toKind: 'dosing-point', carries: ['omt', 'housing'] }],
      [],
      ['service harbour; identity release omt; omt', 'service mill-lane; omt; omt'],
    ],
  ])('%s', (_name, links, regions, scopes) => {
    expect(told(links, regions)).toEqual(scopes)
  })

  it('opens to a kind no category that the kind may not read, whatever was carried', () => {
    for (const [toKind, most] of Object.entries(CATEGORIES_OF_KIND)) {
      const [, scope] = scopesWith([{ toKind: toKind as RecordedLink['toKind'], carries: [...CATEGORIES] }])
      if (scope) expect(scope.open).toEqual(most)
    }
  })
})
