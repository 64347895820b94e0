import type { CastService } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import type { ConsentCategory } from '@throughcare/domain/consent/consent-codes'
import type { Scene } from './scene.ts'

/** A consent that the person of a case gave at Northgate, as it lies in the database: for these services, without an end. */
export async function aConsent(
  scene: Scene,
  { episodeId }: Pick<StoryCase, 'episodeId'>,
  of: { categories: readonly ConsentCategory[]; to: readonly CastService[] },
): Promise<string> {
  const consentId = newId()
  await scene.owner.query(
    `insert into sharing_consent (id, consent_id, version, episode_id, state, purpose, service_ids, kinds, supporter_ids, categories,
       from_on, valid_from, explained, capacity, signature, signed_at, service_id, recorded_at, recorded_by)
     values ($1, $2, 1, $3, 'given', 'treatment-goes-on', $4, '{}', '{}', $5, '2026-03-20', '2026-03-20T00:00:00Z', 'spoken', 'can-decide',
       'A name', '2026-03-20T09:00:00Z', $6, '2026-03-20T09:00:00Z', $7)`,
    [
      newId(),
      consentId,
      episodeId,
      of.to.map((service) => scene.services[service]),
      [...of.categories],
      scene.services.northgate,
      scene.people.northgateNurse.accountId,
    ],
  )
  return consentId
}
