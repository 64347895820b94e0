import type { StoredCase } from '@throughcare/db/care-plan/stored-case'
import { FACT_CODES, type FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import { planKitOf } from '../naloxone/kits-of-case.ts'
import { factOfWords, typedOnPlan } from '../own-words/words-on-plan.ts'
import type { FactView } from './case-view.ts'
import { bookedFacts, type ToldOfCase, toldOf } from './rules-of-case.ts'

/**
 * The answers of a case that are open to the reader, in the order in which they are asked. Where a table holds the same
 * thing, the answer is what the table says, and `toldBy` names it.
 */
export function factsOfCase(found: StoredCase): FactView[] {
  const open = FACT_CODES.filter((code) => found.part.categories.includes(FACTS[code].category))
  const booked = bookedFacts(
    found.firstAppointment && { ...found.firstAppointment, at: new Date(found.firstAppointment.at) },
  )
  return open.map((code): FactView => {
    const said = found.facts.find((fact) => fact.code === code)
    const own: FactView = {
      code,
      state: said?.state ?? null,
      value: said?.value ?? null,
      version: said?.version ?? null,
      recordedAt: said?.recordedAt ?? null,
      recordedBy: said?.recordedBy ?? null,
      toldBy: 'fact',
    }
    return { ...own, ...toldByTable(found, code, booked, own) }
  })
}

function toldByTable(
  found: StoredCase,
  code: FactCode,
  booked: ReturnType<typeof bookedFacts>,
  own: FactView,
): Partial<FactView> {
  const { treatment, ownWords } = found
  if (code === 'dose' && treatment) return { state: 'known', value: 'on-omt', toldBy: 'treatment' }
  const { releasedAt } = found.episode
  const { kit } = planKitOf(found.kits, releasedAt === null ? null : new Date(releasedAt))
  const [last] = found.kits.filter(({ holder }) => holder === 'person')
  if (code === 'kit' && kit && last)
    return { state: 'known', value: kit, recordedAt: last.recordedAt, recordedBy: last.recordedBy, toldBy: 'kit' }
  if ((code === 'where-next' || code === 'when') && booked[code])
    return { state: 'known', value: booked[code].value, toldBy: 'appointment' }
  // Words that were taken back, or are to be asked for again, are not shown as if they still stood.
  if (code === 'own-words' && ownWords && (own.state === null || own.state === 'known')) {
    const { recordedAt, recordedBy } = ownWords
    const typed = typedOnPlan(ownWords)
    if (typed !== null) return { state: 'known', value: typed, recordedAt, recordedBy }
    return { state: 'known', value: factOfWords(ownWords), recordedAt, recordedBy, toldBy: 'own-words' }
  }
  return {}
}

/** What the rules read of a stored case. */
export function toldOfCase(found: StoredCase): ToldOfCase {
  const { episode, firstAppointment } = found
  return {
    facts: found.facts,
    firstAppointment: firstAppointment && { ...firstAppointment, at: new Date(firstAppointment.at) },
    legalStatus: episode.legalStatus,
    releaseCertainty: episode.releaseCertainty,
    releasedAt: episode.releasedAt === null ? null : new Date(episode.releasedAt),
    treatment: found.treatment,
    kits: found.kits,
    partnerWish: found.partnerWish?.wish ?? 'not-asked',
    interpreterNeeded: found.person.interpreterNeeded,
    ...toldOf(found),
  }
}
