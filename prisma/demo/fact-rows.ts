import type { RecordedFact } from '@throughcare/domain/care-plan/derive-rule-facts'
import type { FactCode } from '@throughcare/domain/care-plan/fact-codes'
import { FACTS } from '@throughcare/domain/care-plan/nine-facts'
import type { KitState } from '@throughcare/domain/naloxone/kit-codes'
import type { PartnerWish } from '@throughcare/domain/partner/partner-wishes'
import type { DemoCase } from './demo-case.ts'
import { earlier, hoursAfter, someTimeBetween } from './moments.ts'

export type ToldFacts = { facts: Partial<Record<FactCode, RecordedFact>>; partnerWish: PartnerWish }

/**
 * What staff wrote down of what is so. Near a planned release most of it; of somebody whom a court let go, less.
 *
 * A fact that a table tells better (the treatment, the kit, an appointment) agrees with the table.
 */
export function recordFacts(
  one: DemoCase,
  told: { hasTreatment: boolean; kit: KitState | null; hasAppointment: boolean },
): ToldFacts {
  const { rows, chance, episodeId, prison } = one
  const share = shareKnown(one)
  const facts: Partial<Record<FactCode, RecordedFact>> = {}
  const record = (code: FactCode, value: string | null, likely: number) => {
    const isKnown = value !== null && chance.isTrue(likely)
    if (!isKnown && !chance.isTrue(likely / 5)) return
    const fact: RecordedFact = isKnown
      ? { state: 'known', value }
      : { state: chance.pick(['not-known', 'asked-later'] as const), value: null }
    facts[code] = fact
    rows.caseFact.push({
      episodeId,
      code,
      category: FACTS[code].category,
      ...fact,
      recordedAt: someMoment(one),
      recordedBy: chance.pick(prison.staff),
    })
  }

  const { truth } = one
  record(
    'dose',
    told.hasTreatment ? 'on-omt' : { on: null, wants: 'wants-omt', no: 'not-on-omt' }[truth.omt],
    told.hasTreatment ? 1 : Math.max(0.8, share),
  )
  if (told.kit) record('kit', told.kit, 1)
  else record('kit', 'none', share / 3)
  if (!told.hasAppointment) record('where-next', null, share / 2)
  record('bed', truth.bed, share)
  record('phone', truth.hasPhone ? phoneNumber(one) : 'none', share)
  record('id', truth.hasId, share)
  record('who-else', truth.hasSomebody ? chance.pick(WHO_ELSE) : null, share * 0.8)
  record('opioid-need', truth.usesOpioids ? 'yes' : 'no', Math.max(0.72, share))
  record('naloxone-trained', told.kit || chance.isTrue(0.3) ? 'yes' : 'no', share * 0.7)
  record('has-address', truth.hasHome ? 'yes' : 'no', share)
  record('keeps-tenancy', truth.bed === 'own-address' ? 'yes' : 'no', share / 2)
  record('has-job', yesNo(truth.hasJob), share * 0.6)
  record('has-children', yesNo(truth.hasChildren), share * 0.6)
  if (truth.isPregnant) record('pregnant', 'yes', 1)
  record('has-bank-account', yesNo(!truth.needsBenefit || chance.isTrue(0.4)), share * 0.6)
  record('has-health-cover', yesNo(chance.isTrue(0.8)), share * 0.6)
  record('needs-benefit', yesNo(truth.needsBenefit), share)
  record('other-medicine', yesNo(truth.hasOtherMedicine), share * 0.8)
  record('belongings-in-store', yesNo(chance.isTrue(0.3)), share * 0.5)
  record('has-debts', yesNo(truth.hasDebts), share * 0.5)
  record(
    'licence-conditions',
    yesNo(one.shape.legalStatus === 'sentenced' || one.shape.legalStatus === 'recalled'),
    share * 0.6,
  )
  recordOwnWords(one, share, record)
  return { facts, partnerWish: recordWish(one, share) }
}

function recordOwnWords(
  one: DemoCase,
  share: number,
  record: (code: FactCode, value: string | null, likely: number) => void,
): void {
  const { chance, rows, episodeId, prison } = one
  if (!chance.isTrue(share * 0.45)) return
  record('own-words', 'recorded', 1)
  const at = someMoment(one)
  const language = prison.key === 'fjordvik' ? 'nb' : 'en'
  rows.ownWords.push({
    id: chance.id(at),
    episodeId,
    words: chance.pick(OWN_WORDS[language]),
    language,
    recordedAt: at,
    recordedBy: chance.pick(prison.staff),
  })
}

/** Whether the person wants help for a partner, and nothing about the partner. */
function recordWish(one: DemoCase, share: number): PartnerWish {
  const { chance, rows, episodeId, prison, truth } = one
  if (truth.partnerWish === 'not-asked' || !chance.isTrue(Math.max(share, 0.5))) return 'not-asked'
  rows.partnerWish.push({
    episodeId,
    wish: truth.partnerWish,
    recordedAt: someMoment(one),
    recordedBy: chance.pick(prison.staff),
  })
  return truth.partnerWish
}

function shareKnown({ shape, releasedAt, quality }: DemoCase): number {
  if (releasedAt)
    return { planned: 0.72, 'short-notice': 0.62, unplanned: 0.45 }[shape.release?.kind ?? 'planned'] + quality / 4
  return {
    'leaving-today': 0.9,
    'this-week': 0.86,
    'next-28-days': 0.72,
    'date-passed': 0.7,
    'any-day': 0.5,
    later: 0.4,
  }[shape.standing as 'later']
}

function someMoment({ chance, knownFrom, releasedAt, stage }: DemoCase): Date {
  return someTimeBetween(
    chance,
    knownFrom,
    earlier(releasedAt ? hoursAfter(releasedAt, -1) : stage.now, hoursAfter(stage.now, -1)),
  )
}

/** From the ranges kept free for films. */
function phoneNumber({ chance, shape }: DemoCase): string {
  if (shape.country === 'DE') return `0176 040690${chance.int(10, 99)}`
  return shape.country === 'NO'
    ? `000 ${chance.int(10, 99)} ${chance.int(100, 999)}`
    : `07700 900${chance.int(100, 999)}`
}

function yesNo(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no'
}

const WHO_ELSE = [
  'Sister, Karen',
  'Mum',
  'Support worker from before, Joe',
  'Brother, Ali',
  'Aunt, comes to the gate',
  'Friend from the group, Mick',
  'Daughter, rings on Sundays',
]

const OWN_WORDS = {
  en: [
    'First two days are the worst. If I am late I am not gone, ring me.',
    'Do not put me in a room with people who use.',
    'I read slowly. Tell me, do not hand me a form.',
    'I want to see my boy before anything else, then the clinic.',
    'Mornings are no good until I have had my dose.',
    'If the pharmacy is shut tell me where else, I will walk.',
  ],
  nb: [
    'De to første dagene er verst. Kommer jeg sent, så ring meg.',
    'Ikke sett meg på rom med noen som bruker.',
    'Jeg vil ha det muntlig, ikke på et skjema.',
    'Jeg må rekke medisinen før jeg kan tenke på noe annet.',
  ],
} as const
