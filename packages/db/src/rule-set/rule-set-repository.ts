import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { RuleSetScope } from '@throughcare/domain/rule-set/rule-set'
import type { RuleSetRules } from '@throughcare/domain/rule-set/rule-set-body'
import type { RuleSetKind, RuleSetState } from '@throughcare/domain/rule-set/rule-set-codes'
import type { Deed } from '../as-actor.ts'
import { Prisma } from '../generated/client.ts'
import { newId } from '../uuid.ts'
import { RULE_SET_JSON, RULE_SETS } from './rule-set-json.ts'

/** One version as it is stored, with the names of who moved it. */
export type StoredRuleSet = RuleSetRules & {
  ruleSetVersionId: string
  country: string | null
  serviceId: string | null
  /** The name of the service whose own it is. */
  serviceName: string | null
  /** The country in which it holds: of a service's own that of the service. */
  holdsIn: string
  version: number
  ownWords: string
  source: string
  edition: string | null
  reviewBy: PlainDate
  state: RuleSetState
  proposedAt: string
  proposedBy: string
  proposedByName: string
  approvedAt: string | null
  approvedByName: string | null
  supersededAt: string | null
  withdrawnAt: string | null
  withdrawnByName: string | null
  withdrawnBecause: string | null
  /** Rises with every move of the row. */
  changes: number
}

/** What somebody proposes. */
export type RuleSetToPropose = {
  scope: RuleSetScope
  rules: RuleSetRules
  ownWords: string
  source: string
  edition: string | null
  reviewBy: PlainDate
}

function select({ tx }: Deed, where: Prisma.Sql): Promise<StoredRuleSet[]> {
  return tx.$queryRaw<{ found: StoredRuleSet }[]>`
    select jsonb_build_object(${Prisma.raw(RULE_SET_JSON)}) as found
    from ${Prisma.raw(RULE_SETS)}
    where ${where}
    order by r.kind, r.country nulls last, v.name, r.version desc`.then((rows) => rows.map(({ found }) => found))
}

/** Every version there ever was, of each set the newest first. */
export function listRuleSets(deed: Deed): Promise<StoredRuleSet[]> {
  return select(deed, Prisma.sql`true`)
}

/** The versions of one kind for one country or service, the newest first. */
export function findVersions(
  deed: Deed,
  kind: RuleSetKind,
  { country, serviceId }: RuleSetScope,
): Promise<StoredRuleSet[]> {
  return select(
    deed,
    Prisma.sql`r.kind = ${kind} and r.country is not distinct from ${country}::text
      and r.service_id is not distinct from ${serviceId}::uuid`,
  )
}

/** Every version that holds, or once held, for one of these services or countries. */
export function findApproved(
  deed: Deed,
  places: readonly { serviceId: string | null; country: string }[],
): Promise<StoredRuleSet[]> {
  const countries = [...new Set(places.map(({ country }) => country))]
  const services = [...new Set(places.flatMap(({ serviceId }) => serviceId ?? []))]
  return select(
    deed,
    Prisma.sql`r.state = 'approved' and (r.country = any (${countries}::text[]) or r.service_id = any (${services}::uuid[]))`,
  )
}

/** The same for where the person of a case is dosed and was held: asked beside the treatments themselves. */
export function findApprovedOfCase(deed: Deed, episodeId: string): Promise<StoredRuleSet[]> {
  return select(
    deed,
    Prisma.sql`r.state = 'approved' and exists (
      select 1 from service x where (x.id = r.service_id or x.country = r.country) and x.id in (
        select t.dosing_service_id from medication_treatment t where t.episode_id = ${episodeId}::uuid
        union all select c.prison_service_id from custody_stay c where c.episode_id = ${episodeId}::uuid))`,
  )
}

/** One version; null when there is none with this id. */
export async function findRuleSetVersion(deed: Deed, id: string): Promise<StoredRuleSet | null> {
  const [found] = await select(deed, Prisma.sql`r.id = ${id}::uuid`)
  return found ?? null
}

/**
 * Writes a proposal under the number after the one that was seen.
 *
 * @returns its id; null when somebody proposed one in the meantime.
 */
export async function recordProposal(
  { tx, actor, now }: Deed,
  { scope, rules, ...proposal }: RuleSetToPropose,
  seenVersion: number,
): Promise<string | null> {
  const id = newId()
  const added = await tx.$executeRaw`
    insert into rule_set_version (id, kind, country, service_id, version, body, own_words, source, edition, review_by, proposed_at,
      proposed_by)
    select ${id}::uuid, ${rules.kind}, ${scope.country}::text, ${scope.serviceId}::uuid, ${seenVersion + 1},
      ${JSON.stringify(rules.body)}::jsonb, ${proposal.ownWords}, ${proposal.source}, ${proposal.edition}::text,
      ${proposal.reviewBy}::date, ${now}, ${actor.accountId}::uuid
    where ${seenVersion} = (select coalesce(max(r.version), 0) from rule_set_version r
      where r.kind = ${rules.kind} and r.country is not distinct from ${scope.country}::text
        and r.service_id is not distinct from ${scope.serviceId}::uuid)
    on conflict do nothing`
  return added === 1 ? id : null
}

/**
 * Approves a proposal, and ends what was in force before it.
 *
 * @returns false when nothing was written: somebody moved it meanwhile.
 */
export async function recordApproval(
  { tx, actor, now }: Deed,
  of: Pick<StoredRuleSet, 'ruleSetVersionId' | 'kind' | 'country' | 'serviceId'>,
  seenVersion: number,
): Promise<boolean> {
  await tx.$executeRaw`
    update rule_set_version r set state = 'superseded', superseded_at = ${now}, changes = r.changes + 1
    where r.kind = ${of.kind} and r.country is not distinct from ${of.country}::text
      and r.service_id is not distinct from ${of.serviceId}::uuid and r.state = 'approved'
      and exists (select 1 from rule_set_version n where n.id = ${of.ruleSetVersionId}::uuid and n.changes = ${seenVersion}
        and n.state = 'proposed')`
  const approved = await tx.$executeRaw`
    update rule_set_version r set state = 'approved', approved_at = ${now}, approved_by = ${actor.accountId}::uuid,
      changes = r.changes + 1
    where r.id = ${of.ruleSetVersionId}::uuid and r.changes = ${seenVersion} and r.state = 'proposed'
      and r.proposed_by <> ${actor.accountId}::uuid`
  return approved === 1
}

/**
 * Withdraws a proposal or what is in force.
 *
 * @returns false when nothing was written: somebody moved it meanwhile.
 */
export async function recordWithdrawal(
  { tx, actor, now }: Deed,
  ruleSetVersionId: string,
  seenVersion: number,
  reason: string,
): Promise<boolean> {
  const withdrawn = await tx.$executeRaw`
    update rule_set_version r set state = 'withdrawn', withdrawn_at = ${now}, withdrawn_by = ${actor.accountId}::uuid,
      withdrawn_because = ${reason}, changes = r.changes + 1
    where r.id = ${ruleSetVersionId}::uuid and r.changes = ${seenVersion} and r.state in ('proposed', 'approved')`
  return withdrawn === 1
}
