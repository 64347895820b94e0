import type { Actor } from '@throughcare/db/actor'
import { CAST_PEOPLE, type CastPerson, type CastService } from '@throughcare/db/testing/cast'
import type { Story } from '@throughcare/db/testing/story'
import type { Area } from '@throughcare/domain/checklist/areas'

/** Where the sequences run: one database with the standard cast, case after case. */
export type Ground = Pick<Story, 'owner' | 'aCase'> & {
  services: Record<CastService, string>
  people: Record<CastPerson, Actor>
  setClock: (at: Date) => Promise<void>
}

/** Who presses: the sender's people, those of both receivers, and two outsiders. */
export const PRESSERS = [
  'northgateNurse',
  'northgateSecondNurse',
  'northgateManager',
  'harbourWorker',
  'harbourSecondWorker',
  'harbourManager',
  'riversideWorker',
  'havenWorker',
  'eastfieldNurse',
] as const satisfies readonly CastPerson[]
export type Presser = (typeof PRESSERS)[number]

export const AREAS_SENT = ['omt', 'housing'] as const satisfies readonly Area[]
export type AreaSent = (typeof AREAS_SENT)[number]

export const RECEIVERS = ['harbour', 'riverside', 'haven'] as const satisfies readonly CastService[]
export type Receiver = (typeof RECEIVERS)[number]

export const serviceOf = (who: Presser): CastService => CAST_PEOPLE[who].service

/** Who takes what, as the cast says. */
export const takes = (service: Receiver, area: AreaSent): boolean => (service === 'haven') === (area === 'housing')

/** Harbour has an agreement with Riverside. Nobody else has one: their silence stays with the sender. */
export const FALLBACK_OF: Partial<Record<Receiver, Receiver>> = { harbour: 'riverside' }

/** Writes the agreements down. */
export async function agreeOnFallbacks({ owner, services }: Ground): Promise<void> {
  for (const [from, to] of Object.entries(FALLBACK_OF) as [Receiver, Receiver][])
    await owner.query(
      `update service set fallback_service_id = $2, fallback_agreed_on = '2026-01-05', fallback_contact = 'duty desk' where id = $1`,
      [services[from], services[to]],
    )
}
