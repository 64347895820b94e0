import {
  NamePartnerInput,
  PartnerOfCaseInput,
  PlanTogetherInput,
  RecordPartnerAnswerInput,
} from '../../src/partner/partner-inputs.ts'
import { AT, EPISODE_ID, ID, type InputSample, SEEN } from './sample.ts'

/** Two partners, each asked alone. */
export const PARTNER_INPUTS: Readonly<Record<string, InputSample>> = {
  'partner.of-case': { schema: PartnerOfCaseInput, takes: { ...EPISODE_ID } },
  'partner.record-answer': {
    schema: RecordPartnerAnswerInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      answer: 'yes',
      askedOn: '2026-11-20',
      seenAlone: true,
      isBlocked: false,
      leaving: null,
      wantsCode: true,
    },
  },
  'partner.name': {
    schema: NamePartnerInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      named: { way: 'name-and-birth', familyName: 'Lund', givenNames: 'Eli', dateOfBirth: '1988-02-29' },
    },
  },
  'partner.plan-together': {
    schema: PlanTogetherInput,
    takes: { ...EPISODE_ID, ...SEEN, planned: { kind: 'appointment', serviceId: ID, at: AT, place: null } },
  },
}
