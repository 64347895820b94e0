import type { PlainDate } from '../calendar/plain-date.ts'
import type { LetterFact, LetterFactCode, LetterKind } from './letter-codes.ts'
import { MONTHS_OF_TWO_YEARS, wholeMonths } from './whole-months.ts'

/** Whose entry something is, and when it was made: ISO 8601. */
export type EntryOf = { by: string | null; on: string | null }

/** What the record of a case says, as far as it is open to whoever makes the letter. Null: it does not say. */
export type LetterGround = {
  name: string
  born: PlainDate | null
  /** Prisons that held the person, the earliest first. `to` is null for the one that holds them or let them go. */
  stays: readonly { prison: string; from: PlainDate; to: PlainDate | null }[]
  admittedOn: PlainDate
  releaseDate: PlainDate | null
  releasedOn: PlainDate | null
  /** Treatments, the earliest first. */
  treatments: readonly { medicine: string; startedOn: PlainDate | null; endedOn: PlainDate | null }[]
  lastDose: ({ day: PlainDate } & EntryOf) | null
  firstNight: ({ place: string } & EntryOf) | null
  /** Answers of the plan that are known. */
  answers: Readonly<Record<string, { value: string } & EntryOf>>
}

const NO_ENTRY: EntryOf = { by: null, on: null }

/**
 * What does a letter of this kind say (domain research H6)? Recorded facts only, in this order; what the record does not say
 * is said to be unknown and is never left out, so that nobody reads a gap as an answer.
 *
 * The months of a treatment run from its recorded first day to its last, or to `asOf`. Without a first day they are unknown,
 * and so is whether they make two years (rule CIR-1). A kind of treatment that began again is another treatment: the earlier
 * one is not added up with it.
 */
export function letterFacts(kind: LetterKind, ground: LetterGround, asOf: PlainDate): LetterFact[] {
  const who = [line('name', ground.name), line('born', ground.born)]
  switch (kind) {
    case 'omt-history':
      return [...who, ...treatmentLines(ground, asOf)]
    case 'custody-and-release':
      return [...who, ...custodyLines(ground)]
    case 'residence':
      return [...who, ...custodyLines(ground), line('first-night', ground.firstNight?.place ?? null, ground.firstNight)]
    case 'benefits':
      return [...who, ...custodyLines(ground), ...BENEFIT_ANSWERS.map((code) => answerLine(ground, code))]
  }
}

/** What benefits offices ask for first (domain research 3f), as far as a plan records it. */
const BENEFIT_ANSWERS = [
  'has-id',
  'has-health-cover',
  'last-health-insurer',
  'has-bank-account',
  'benefit-before',
] as const satisfies readonly LetterFactCode[]

/** The code of the plan's answer, where it is called otherwise. */
const ANSWER_OF: Readonly<Record<string, string>> = { 'has-id': 'id' }

function treatmentLines({ treatments, lastDose }: LetterGround, asOf: PlainDate): LetterFact[] {
  const dose = line('last-dose', lastDose?.day ?? null, lastDose)
  if (treatments.length === 0) return [line('medicine', null), line('treatment-started', null), dose]
  return [
    ...treatments.flatMap(({ medicine, startedOn, endedOn }) => {
      const months = startedOn === null ? null : wholeMonths(startedOn, endedOn ?? asOf)
      return [
        line('medicine', medicine),
        line('treatment-started', startedOn),
        ...(endedOn === null ? [] : [line('treatment-ended', endedOn)]),
        line('treatment-months', months),
        line('two-years', months === null ? null : months >= MONTHS_OF_TWO_YEARS ? 'yes' : 'no'),
      ]
    }),
    dose,
  ]
}

function custodyLines({ stays, admittedOn, releaseDate, releasedOn }: LetterGround): LetterFact[] {
  return [
    line('admitted', admittedOn),
    ...stays.map(({ prison }) => line('prison', prison)),
    releasedOn === null ? line('release-expected', releaseDate) : line('released', releasedOn),
  ]
}

function answerLine({ answers }: LetterGround, code: LetterFactCode): LetterFact {
  const answer = answers[ANSWER_OF[code] ?? code]
  return line(code, answer?.value ?? null, answer ?? null)
}

function line(fact: LetterFactCode, value: string | number | null, entry: EntryOf | null = NO_ENTRY): LetterFact {
  return { fact, value, by: entry?.by ?? null, on: entry?.on ?? null }
}

/**
 * What a letter says in one text, the same every time: what its hash is of. A line break in a value is written as \n, so that
 * no value can look like a line of its own.
 */
export function letterText(letter: {
  episodeId: string
  kind: LetterKind
  serviceId: string
  asOf: string
  facts: readonly LetterFact[]
}): string {
  const { episodeId, kind, serviceId, asOf, facts } = letter
  return [
    `letter ${kind} of ${episodeId} from ${serviceId} as of ${asOf}`,
    ...facts.map(({ fact, value, by, on }) => JSON.stringify([fact, value, by, on])),
  ].join('\n')
}
