import type { Actor } from '@throughcare/db/actor'
import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findFact, recordFact as recordFactOf } from '@throughcare/db/care-plan/fact-repository'
import { findPlanBases, type PlanBasis } from '@throughcare/db/care-plan/plan-basis-repository'
import { recordNewKit } from '@throughcare/db/naloxone/kit-repository'
import { findStandingWords } from '@throughcare/db/own-words/own-words-repository'
import { plainDateIn } from '@throughcare/domain/calendar/zone'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import type { RecordFactInput } from '@throughcare/domain/care-plan/record-fact-input'
import { decideKitRecording } from '@throughcare/domain/naloxone/decide-kit-recording'
import { SaidKitState } from '@throughcare/domain/naloxone/kit-codes'
import { AppError, refused } from '../app-error.ts'
import { planKitOf } from '../naloxone/kits-of-case.ts'
import { recordTypedWords, typedOnPlan, WORDS_RECORDED } from '../own-words/words-on-plan.ts'
import { perform } from '../perform.ts'
import { getPart } from './get-part.ts'
import { growPlan, type PlanGrowth } from './grow-plan.ts'

export type FactRecorded = { version: number; growth: PlanGrowth }

/**
 * One answer of a plan, saved as it is typed: known, not known, or asked later. The plan grows from it in the same
 * transaction, and nothing that was done on it is lost.
 *
 * Where a table holds the same thing it is the truth: what stands there is changed there. A kit that is named here for the
 * first time is recorded as a kit, and own words are added to those said before.
 *
 * @throws AppError `not-found` | `not-allowed` | `changed-meanwhile` | `refused` with `care-plan.treatment-recorded`,
 *   `care-plan.kit-recorded`, `care-plan.own-words-recorded`, `care-plan.appointment-booked` or `naloxone.not-released`
 */
export function recordFact(actor: Actor, input: RecordFactInput): Promise<FactRecorded> {
  return perform(actor, 'care-plan.record-fact', input, async (deed) => {
    const { episodeId, code, state, value, seenVersion, requestId } = input
    const { category } = FACTS[code]
    const part = await getPart(deed, episodeId, 'care-plan.record-fact', category)
    const [basis] = await findPlanBases(deed, [episodeId])
    if (!basis) throw new AppError('not-found')
    const standing = code === 'own-words' ? await findStandingWords(deed, episodeId) : null
    const told =
      tableThatTells(basis, input) ?? (standing && typedOnPlan(standing) === null ? 'own-words-recorded' : null)
    if (told) throw refused(`care-plan.${told}`)

    const isWords = code === 'own-words' && value !== null
    const kept = { category, state, value: isWords ? WORDS_RECORDED : value }
    if (!(await recordFactOf(deed, { episodeId, code, version: seenVersion }, kept)))
      throw await factChangedMeanwhile(deed, input)
    if (isWords && !(await recordTypedWords(deed, episodeId, standing, value))) throw new AppError('changed-meanwhile')
    if (code === 'kit') await recordFirstKit(deed, basis, value)

    const growth = await growPlan(deed, episodeId, requestId)
    await recordAudit(deed, {
      action: 'care-plan.record-fact',
      episodeIds: [episodeId],
      personIds: [part.personId],
      fields: [code],
      requestId,
    })
    return { version: seenVersion === null ? 0 : seenVersion + 1, growth }
  })
}

/** Which table knows better than this answer? Null when none says anything else. */
function tableThatTells(
  basis: PlanBasis,
  { code, value }: RecordFactInput,
): 'treatment-recorded' | 'kit-recorded' | 'appointment-booked' | null {
  if (code === 'dose' && basis.treatment && value !== 'on-omt') return 'treatment-recorded'
  const { kit } = planKitOf(basis.kits, basis.releasedAt)
  if (code === 'kit' && kit && value !== kit) return 'kit-recorded'
  if ((code === 'where-next' || code === 'when') && basis.firstAppointment) return 'appointment-booked'
  return null
}

async function recordFirstKit(deed: Deed<Actor>, basis: PlanBasis, value: string | null): Promise<void> {
  const state = SaidKitState.safeParse(value).data
  if (!state || planKitOf(basis.kits, basis.releasedAt).kit) return
  const handedAt = state === 'handed-over' ? deed.now : null
  const decision = decideKitRecording({ state, handedAt }, basis.releasedAt, {
    now: deed.now,
    today: plainDateIn(deed.now, basis.zone),
  })
  if (!decision.ok) throw refused(decision.refusal)
  await recordNewKit(deed, basis.episodeId, {
    state,
    handedAt,
    product: null,
    lot: null,
    expiresOn: null,
    trained: null,
    trainedOn: null,
    holder: 'person',
    goneAt: null,
    dosesUsed: null,
    usedOutcome: null,
    replacesId: null,
  })
}

/** The refusal that shows the answer as it stands now, who gave it and when. */
async function factChangedMeanwhile(
  deed: Deed<Actor>,
  { episodeId, code, seenVersion }: RecordFactInput,
): Promise<AppError> {
  const current = await findFact(deed, episodeId, code)
  const standing = code === 'own-words' && current?.state === 'known' ? await findStandingWords(deed, episodeId) : null
  const words = standing && typedOnPlan(standing)
  return new AppError('changed-meanwhile', {
    details: {
      seen: { version: seenVersion },
      current: current && { version: current.version, state: current.state, value: words ?? current.value },
      changedBy: current?.recordedBy ?? null,
      changedAt: current?.recordedAt.toISOString() ?? null,
    },
  })
}
