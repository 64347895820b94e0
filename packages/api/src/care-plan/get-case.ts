import type { Actor } from '@throughcare/db/actor'
import { findCase } from '@throughcare/db/care-plan/case-repository'
import type { StoredCase, StoredHandoff } from '@throughcare/db/care-plan/stored-case'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordedFact } from '@throughcare/domain/care-plan/derive-rule-facts'
import { NINE_FACT_CODES } from '@throughcare/domain/care-plan/fact-codes'
import { type FourMinutePlan, fourMinutePlan } from '@throughcare/domain/care-plan/four-minute-plan'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { areaProgress } from '@throughcare/domain/checklist/progress'
import { AppError } from '../app-error.ts'
import { type ShownClock, shownClock } from '../handoff/shown-clock.ts'
import { kitAlertsOfCase } from '../naloxone/kits-of-case.ts'
import type { AreaView, CaseView, FactView } from './case-view.ts'
import { factsOfCase, toldOfCase } from './facts-of-case.ts'
import { mayOn } from './get-part.ts'
import { itemsOfCase, progressItemsOf } from './items-of-case.ts'
import { mustNotMiss } from './must-not-miss.ts'
import { ruleFactsOf } from './rules-of-case.ts'

/**
 * The whole page of one case, as the reader's service may see it.
 *
 * @throws AppError `not-found` when the case is not open to the service, as if it were not there · `not-allowed` when the
 *   role may not read cases with the part that the service has
 */
export async function getCase(actor: Actor, episodeId: string): Promise<CaseView> {
  const { found, now } = await findCase(actor, episodeId, 'care-plan.by-episode')
  if (!found) throw new AppError('not-found')
  if (!mayOn(actor, 'care-plan.by-episode', found.part)) throw new AppError('not-allowed')
  return viewOf(found, actor, now)
}

function viewOf(found: StoredCase, actor: Actor, now: Date): CaseView {
  const today = plainDateIn(now, getZone(found.prison.timeZone))
  const clock = shownClock(
    { ...found.episode, seenOutsideAt: found.seenOutsideAt, prisonTimeZone: found.prison.timeZone },
    now,
  )
  const items = itemsOfCase(found, actor, now)
  const facts = factsOfCase(found)
  const words = facts.find((fact) => fact.code === 'own-words')
  return {
    ...found,
    now: now.toISOString(),
    clock,
    may: {
      recordFact: mayOn(actor, 'care-plan.record-fact', found.part),
      recordWish: mayOn(actor, 'partner.record-wish', found.part),
      recordKit: mayOn(actor, 'naloxone.record-kit', found.part),
      readMedication: mayOn(actor, 'medication.by-episode', found.part),
      changeDate: mayOn(actor, 'release.change-date', found.part),
      correctPerson: mayOn(actor, 'person.correct', found.part),
      recordRelease: mayOn(actor, 'release.record', found.part) && clock.kind !== 'out',
      send: mayOn(actor, 'handoff.send', found.part),
      seeFirst48: mayOn(actor, 'outcome.first-hours', found.part),
    },
    kitAlerts: kitAlertsOfCase(found, today, now).map(({ by, ...alert }) => ({
      ...alert,
      by: by?.toISOString() ?? null,
    })),
    mustNotMiss: mustNotMiss(found, items, clock, today, now),
    areas: areasOf(found, clock),
    items,
    facts,
    fourMinutePlan: fourMinutePlanOf(facts),
    ownWords: words?.state === 'known' ? found.ownWords : null,
    dateMove: found.plan?.changeNote
      ? {
          at: found.plan.changeNote.at,
          from: found.plan.changeNote.from.releaseDate as CaseView['episode']['releaseDate'],
          to: found.plan.changeNote.to.releaseDate as CaseView['episode']['releaseDate'],
          releasedAt: found.plan.changeNote.to.releasedAt,
        }
      : null,
  }
}

/** How complete the four-minute plan is, for whoever may see all of it. */
function fourMinutePlanOf(facts: readonly FactView[]): FourMinutePlan | null {
  if (!NINE_FACT_CODES.every((code) => facts.some((fact) => fact.code === code))) return null
  const answered = facts.flatMap(({ code, state, value }): [string, RecordedFact][] =>
    state ? [[code, { state, value }]] : [],
  )
  return fourMinutePlan(Object.fromEntries(answered))
}

/** The areas open to the reader, as boards show them. */
function areasOf(found: StoredCase, clock: ShownClock): AreaView[] {
  const facts = ruleFactsOf(toldOfCase(found))
  const items = progressItemsOf(found)
  return AREAS.filter((area) => found.part.categories.includes(area)).map((area) => ({
    ...areaProgress(area, items, facts, clock.kind === 'out' || clock.kind === 'out-no-later-than'),
    handoff: handoffOf(found.handoffs, area),
  }))
}

/** The handoff of an area that counts: the newest one. A draft that was not sent yet comes before what was sent earlier. */
function handoffOf(handoffs: readonly StoredHandoff[], area: Area): StoredHandoff | null {
  return handoffs.find((handoff) => handoff.area === area) ?? null
}
