import { z } from 'zod'
import { PlainDate } from '../calendar/plain-date.ts'
import { idOf, inputOf, instantOf, RequestId, SeenVersion } from '../request/request-fields.ts'
import { filledText, plainText } from '../text/plain-text.ts'
import { CODE_PATTERN } from './partner-code.ts'
import { Leaving, SaidAnswer } from './partner-codes.ts'

/** The side of a link that belongs to one case. */
export const PartnerOfCaseInput = inputOf({ episodeId: idOf('partner.episodeId') })
export type PartnerOfCaseInput = z.infer<typeof PartnerOfCaseInput>

const ofSide = {
  episodeId: idOf('partner.episodeId'),
  requestId: RequestId,
  /** The version of this side on the screen; null while nothing was recorded. */
  seenVersion: SeenVersion.nullable(),
}

/** What the person said in one private conversation about their partner. */
export const RecordPartnerAnswerInput = inputOf({
  ...ofSide,
  answer: SaidAnswer,
  askedOn: PlainDate,
  /** Nobody else was in the room, nor on the line. Without it nothing is recorded. */
  seenAlone: z.literal(true, 'partner.seenAlone.missing'),
  /** The person wants no joint work, whatever else they answered. There is no field for why. */
  isBlocked: z.boolean('partner.isBlocked.invalid'),
  /** How they leave; null when they do not. */
  leaving: Leaving.nullable(),
  /** Whether the person wants a code to give to their partner. */
  wantsCode: z.boolean('partner.wantsCode.invalid'),
})
export type RecordPartnerAnswerInput = z.infer<typeof RecordPartnerAnswerInput>

/** Two to four letters with dots or without: nobody is named by them. */
export const Initials = z.string('partner.initials.invalid').regex(/^(\p{Lu}\.? ?){1,4}$/u, 'partner.initials.invalid')

/** Whom the person named as their partner. What is written here is read by nobody: the daily run alone looks there. */
export const NamePartnerInput = inputOf({
  ...ofSide,
  named: z.discriminatedUnion(
    'way',
    [
      inputOf({
        way: z.literal('name-and-birth'),
        familyName: filledText('partner.familyName', 120),
        /** Empty for a person with one name. */
        givenNames: plainText('partner.givenNames', 120),
        dateOfBirth: PlainDate,
      }),
      inputOf({
        way: z.literal('code'),
        code: z.string('partner.code.invalid').regex(CODE_PATTERN, 'partner.code.invalid'),
      }),
      inputOf({ way: z.literal('not-here'), initials: Initials.nullable() }),
    ],
    'partner.way.unknown',
  ),
})
export type NamePartnerInput = z.infer<typeof NamePartnerInput>

/** What the two do together: the first day of treatment of this side, or a time for both. */
export const PlanTogetherInput = inputOf({
  ...ofSide,
  planned: z.discriminatedUnion(
    'kind',
    [
      inputOf({ kind: z.literal('start'), startsOn: PlainDate.nullable() }),
      inputOf({
        kind: z.literal('appointment'),
        serviceId: idOf('partner.serviceId'),
        at: instantOf('partner.at'),
        place: filledText('partner.place', 200).nullable(),
      }),
    ],
    'partner.kind.unknown',
  ),
})
export type PlanTogetherInput = z.infer<typeof PlanTogetherInput>
