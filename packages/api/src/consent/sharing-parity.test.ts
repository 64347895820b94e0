import { asActor } from '@throughcare/db/as-actor'
import { findSharing } from '@throughcare/db/consent/sharing-facts'
import { newId } from '@throughcare/db/uuid'
import { CATEGORIES } from '@throughcare/domain/access/access-codes'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { CONSENT_CATEGORIES, CONSENT_STATES } from '@throughcare/domain/consent/consent-codes'
import { decideSharing } from '@throughcare/domain/consent/decide-sharing'
import { OBJECTION_CATEGORIES } from '@throughcare/domain/objection/objection-inputs'
import { SERVICE_KINDS } from '@throughcare/domain/service/service-kinds'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from '../../testing/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const HOUR = 3_600_000
const RECIPIENTS = ['harbour', 'riverside', 'millLane', 'haven', 'benefits'] as const
const someone = fc.subarray([...RECIPIENTS], { maxLength: 2 })
const kinds = fc.subarray([...SERVICE_KINDS], { maxLength: 2 })
/** Hours from now. */
const from = fc.integer({ min: -3, max: 1 })
const lasts = fc.option(fc.integer({ min: 1, max: 4 }))

const consents = fc.array(
  fc.record({
    state: fc.constantFrom(...CONSENT_STATES),
    categories: fc.subarray([...CONSENT_CATEGORIES], { minLength: 1 }),
    to: someone,
    kinds,
    from,
    lasts,
  }),
  { maxLength: 4 },
)
const overrides = fc.array(
  fc.record({
    categories: fc.subarray([...CONSENT_CATEGORIES], { minLength: 1 }),
    to: fc.subarray([...RECIPIENTS], { minLength: 1, maxLength: 2 }),
    ago: fc.integer({ min: 1, max: 3 }),
    lasts: fc.integer({ min: 1, max: 5 }),
    isEnded: fc.boolean(),
  }),
  { maxLength: 2 },
)
const objections = fc.array(
  fc.record({
    categories: fc.subarray([...OBJECTION_CATEGORIES], { minLength: 1, maxLength: 3 }),
    to: someone,
    kinds,
    decision: fc.constantFrom(null, 'upheld', 'not-upheld'),
  }),
  { maxLength: 2 },
)

it('TypeScript and SQL say the same of every area and recipient, whatever was said and decided', async () => {
  const nurse = scene.people.northgateNurse
  const { rows: clock } = await scene.owner.query<{ now: Date }>('select app.now() as now')
  const now = clock[0]?.now ?? new Date()
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR + 60_000)
  const mix = { opened: 0, closed: 0, kept: 0 }
  await fc.assert(
    fc.asyncProperty(consents, overrides, objections, async (said, without, against) => {
      const { episodeId } = await scene.aCase()
      const ids = (to: readonly (typeof RECIPIENTS)[number][]) => to.map((one) => scene.services[one])
      for (const one of said) {
        const consentId = newId()
        const named = one.to.length + one.kinds.length > 0 ? ids(one.to) : ids(['harbour'])
        const until = one.lasts === null ? null : at(one.from + one.lasts)
        const add = (version: number, state: string) =>
          scene.owner.query(
            `insert into sharing_consent (id, consent_id, version, episode_id, state, purpose, service_ids, kinds, supporter_ids, categories,
               from_on, to_on, valid_from, valid_until, explained, capacity, signature, signed_at, service_id, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, 'treatment-goes-on', $6, $7, '{}', $8, '2026-03-01', $9, $10, $11, 'spoken', 'can-decide', 'name',
               app.now(), $12, app.now(), $13)`,
            [
              newId(),
              consentId,
              version,
              episodeId,
              state,
              named,
              one.kinds,
              one.categories,
              until && '2026-04-01',
              at(one.from),
              until,
              scene.services.northgate,
              nurse.accountId,
            ],
          )
        await add(1, one.state === 'refused' ? 'refused' : 'given')
        if (one.state === 'withdrawn') await add(2, 'withdrawn')
      }
      for (const one of without)
        await scene.owner.query(
          `insert into sharing_override (id, episode_id, legal_basis, reason, service_ids, categories, valid_until, service_id, recorded_at,
             recorded_by, ended_at, ended_by) values ($1, $2, 'legal-duty', 'why', $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            newId(),
            episodeId,
            ids(one.to),
            one.categories,
            at(one.lasts - one.ago),
            scene.services.northgate,
            at(-one.ago),
            nurse.accountId,
            one.isEnded ? now : null,
            one.isEnded ? nurse.accountId : null,
          ],
        )
      for (const one of against)
        await scene.owner.query(
          `insert into objection (id, episode_id, service_ids, kinds, categories, service_id, recorded_at, recorded_by, due_at, decision,
             decision_reason, told_what_is_lost, decided_at, decided_by)
           values ($1, $2, $3, $4, $5, $6, app.now(), $7, app.now(), $8, $9, $10, $11, $12)`,
          [
            newId(),
            episodeId,
            ids(one.to),
            one.kinds,
            one.categories,
            scene.services.northgate,
            nurse.accountId,
            one.decision,
            one.decision && 'why',
            one.decision !== null,
            one.decision && now,
            one.decision && nurse.accountId,
          ],
        )
      for (const to of RECIPIENTS) {
        const facts = await asActor(nurse, (deed) => findSharing(deed, episodeId, scene.services[to]))
        if (!facts) throw new Error('the nurse may hand the case on')
        for (const area of AREAS) {
          const { travels, supporters } = decideSharing(facts, [area], now)
          const { rows } = await scene.owner.query<{ carries: string[]; opens: boolean }>(
            `select app.handoff_carries($1, $2, $3) as carries, 'supporters' = any (app.sharing_opens($1, $2)) as opens`,
            [episodeId, scene.services[to], area],
          )
          expect(travels.map(({ category }) => category)).toEqual(rows[0]?.carries)
          if (area === 'support' && travels.some(({ category }) => category === 'support'))
            expect(supporters !== null).toBe(rows[0]?.opens)
          for (const { basis } of travels) mix[basis === 'consent' || basis === 'override' ? 'opened' : 'closed'] += 1
        }
        if (facts.objections.length > 0) mix.kept += 1
      }
    }),
    { numRuns: 30 },
  )
  expect(CATEGORIES).toHaveLength(16)
  for (const [what, times] of Object.entries(mix)) expect([what, times > 4]).toEqual([what, true])
})
