import { CATEGORIES, type Category } from '../access/access-codes.ts'
import { CATEGORIES_OF_KIND, type ServiceKind } from '../service/service-kinds.ts'
import type { ReleaseRecord } from './release-record.ts'

/** Whose figures a release counts in. */
export type CountScope = {
  kind: 'prison' | 'service' | 'region'
  id: string
  /** What may be read of the release there. */
  open: readonly Category[]
  /** Of a service: the areas that it was asked for. Null: handoffs of every area count. */
  areas: readonly string[] | null
  /** Asked for the partner alone: whoever may not know of couples does not know that it was asked at all. */
  isOfPartner: boolean
}

const NOT_ASKED: readonly ServiceKind[] = ['prison-health', 'region', 'administration']

/**
 * The scopes in which a release counts: the prison that let the person go, the services that were asked for something and did not
 * turn it away, and the regions of both. A region counts whatever is recorded and learns which case it was of none.
 *
 * Where a service stayed silent until its time was out, the silence counts there, and nothing else is read.
 */
export function scopesOf(record: ReleaseRecord): CountScope[] {
  const regions = new Set([...record.regions, ...record.links.flatMap((link) => link.regions)])
  const asked = Map.groupBy(
    record.links.filter(({ reads }) => reads !== 'nothing'),
    ({ to }) => to,
  )
  return [
    { kind: 'prison', id: record.prisonId, open: CATEGORIES, areas: null, isOfPartner: false },
    ...[...regions].map(
      (id): CountScope => ({ kind: 'region', id, open: CATEGORIES, areas: null, isOfPartner: false }),
    ),
    ...[...asked].flatMap(([id, links]): CountScope[] => {
      const [first] = links
      // Prisons and regions count by other rules, also where they were asked.
      if (!first || NOT_ASKED.includes(first.toKind)) return []
      const most: readonly Category[] = CATEGORIES_OF_KIND[first.toKind]
      const carried = new Set(
        links.flatMap(({ reads, carries }) => (reads === 'carried' ? carries : ['release' as const])),
      )
      return [
        {
          kind: 'service',
          id,
          open: most.filter((category) => carried.has(category)),
          areas: [...new Set(links.map(({ area }) => area))],
          isOfPartner: links.every(({ area }) => area === 'partner'),
        },
      ]
    }),
  ]
}
