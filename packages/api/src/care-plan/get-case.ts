import type { Actor } from '@throughcare/db/actor'
import { findCase } from '@throughcare/db/care-plan/case-repository'
import type { StoredCase, StoredHandoff } from '@throughcare/db/care-plan/stored-case'
import { isWholeCase } from '@throughcare/domain/access/grants'
import type { Action } from '@throughcare/domain/access/who-may'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { RecordedFact } from '@throughcare/domain/care-plan/derive-rule-facts'
import { NINE_FACT_CODES } from '@throughcare/domain/care-plan/fact-codes'
import { type FourMinutePlan, fourMinutePlan } from '@throughcare/domain/care-plan/four-minute-plan'
import { AREAS, type Area } from '@throughcare/domain/checklist/areas'
import { areaProgress } from '@throughcare/domain/checklist/progress'
import { doesStop } from '@throughcare/domain/custody-episode/custody-event-codes'
import { doesStand } from '@throughcare/domain/custody-episode/decide-custody-event'
import { stopsWithTheCase } from '@throughcare/domain/custody-episode/stopped-actions'
import { AppError } from '../app-error.ts'
import { type ShownClock, shownClock } from '../handoff/shown-clock.ts'
import { kitAlertsOfCase } from '../naloxone/kits-of-case.ts'
import type { AreaView, CaseView, FactView } from './case-view.ts'
import { factsOfCase, toldOfCase } from './facts-of-case.ts'
import { mayOn } from './get-part.ts'
import { itemsOfCase, progressItemsOf } from './items-of-case.ts'
import { mustNotMiss } from './must-not-miss.ts'
import { planStanding } from './plan-standing.ts'
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
  const standing = found.events.filter(({ answers }) => doesStand({ answers: answers.map(({ answer }) => answer) }))
  const stoppedBy = standing.find(({ kind }) => doesStop(kind)) ?? null
  const may = (action: Action) => mayOn(actor, action, found.part) && !(stoppedBy && stopsWithTheCase(action))
  return {
    ...found,
    now: now.toISOString(),
    clock,
    may: {
      recordFact: may('care-plan.record-fact'),
      recordWish: may('partner.record-wish'),
      recordKit: may('naloxone.record-kit'),
      readMedication: may('medication.by-episode'),
      changeDate: may('release.change-date'),
      correctPerson: may('person.correct'),
      recordRelease: may('release.record') && clock.kind !== 'out',
      send: may('handoff.send'),
      readCircumstances: may('circumstance.by-episode'),
      readSupplies: may('health-supply.by-episode'),
      seeFirst48: may('outcome.first-hours'),
      recordEvent: may('custody-episode.record-event'),
      renew: may('care-plan.renew') && isHeldWhole(found),
      close: closeOf(found, actor, clock, may('care-plan.close') && isHeldWhole(found)),
    },
    standing: planStanding(found, today, isOut(clock), may('care-plan.renew') && isHeldWhole(found)),
    kitAlerts: (stoppedBy ? [] : kitAlertsOfCase(found, today, now)).map(({ by, ...alert }) => ({
      ...alert,
      by: by?.toISOString() ?? null,
    })),
    stoppedBy,
    lastOutside: shownDose(found.lastOutside),
    inHospital: standing.find(({ kind }) => kind === 'hospital') ?? null,
    mustNotMiss: stoppedBy ? [] : mustNotMiss(found, items, clock, today, now),
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
    ...areaProgress(area, items, facts, isOut(clock)),
    handoff: handoffOf(found.handoffs, area),
  }))
}

/** The handoff of an area that counts: the newest one. A draft that was not sent yet comes before what was sent earlier. */
function handoffOf(handoffs: readonly StoredHandoff[], area: Area): StoredHandoff | null {
  return handoffs.find((handoff) => handoff.area === area) ?? null
}

function isOut(clock: ShownClock): boolean {
  return clock.kind === 'out' || clock.kind === 'out-no-later-than'
}

/** Does the reader's service hold all of the case? Only then may it bring the plan to other rules, or close it. */
function isHeldWhole({ part }: StoredCase): boolean {
  return isWholeCase(part.writes)
}

/** A plan is closed once the person is out, or the stay in custody has ended. */
function closeOf(
  { plan, closing, episode }: StoredCase,
  actor: Actor,
  clock: ShownClock,
  may: boolean,
): CaseView['may']['close'] {
  if (!may || !plan || plan.closedAt !== null || (!isOut(clock) && episode.endedOn === null)) return null
  return closing !== null && closing.askedById !== actor.accountId ? 'second' : 'ask'
}

/** The case in which the dose was recorded is nobody's who holds the person now. */
function shownDose(dose: StoredCase['lastOutside']): CaseView['lastOutside'] {
  if (!dose) return null
  const { episodeId: _elsewhere, ...shown } = dose
  return shown
}
