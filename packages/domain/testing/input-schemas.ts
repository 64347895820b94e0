import { BookAppointmentInput } from '../src/appointment/book-appointment-input.ts'
import { ClosePlanInput } from '../src/care-plan/close-plan-input.ts'
import { RecordFactInput } from '../src/care-plan/record-fact-input.ts'
import { RenewPlanInput } from '../src/care-plan/renew-plan-input.ts'
import { ChangeItemStatusInput } from '../src/checklist/change-item-status-input.ts'
import { RecordContactInput } from '../src/contact/record-contact-input.ts'
import { DecideCoverInput } from '../src/cover-plan/decide-cover-input.ts'
import { RecordPrescriptionInput } from '../src/cover-plan/record-prescription-input.ts'
import { RecordReachInput } from '../src/cover-plan/record-reach-input.ts'
import { RecordSupplyInput } from '../src/cover-plan/record-supply-input.ts'
import { SetPrescriptionInput } from '../src/cover-plan/set-prescription-input.ts'
import { SignCoverInput, WithdrawCoverInput } from '../src/cover-plan/sign-cover-input.ts'
import { WhatIfInput } from '../src/cover-plan/what-if-input.ts'
import { AnswerEventInput, RecordEventInput } from '../src/custody-episode/custody-event-inputs.ts'
import { AcceptHandoffInput, AcknowledgeHandoffInput, RejectHandoffInput } from '../src/handoff/answer-handoff-input.ts'
import { FindReceiversInput, SendHandoffsInput } from '../src/handoff/send-handoffs-input.ts'
import { ResendHandoffInput, RevokeHandoffInput } from '../src/handoff/take-back-handoff-input.ts'
import { RecordFirstNightInput } from '../src/housing/record-first-night-input.ts'
import { AgreeLatenessInput } from '../src/medication/agree-lateness-input.ts'
import { RecordOutcomeInput } from '../src/outcome/record-outcome-input.ts'
import { RecordPartnerWishInput } from '../src/partner/record-partner-wish-input.ts'
import { AddPersonInput } from '../src/person/add-person-input.ts'
import { RecordContactSafetyInput } from '../src/person/contact-safety.ts'
import { CorrectPersonInput } from '../src/person/correct-person-input.ts'
import { SearchPersonInput } from '../src/person/search-person-input.ts'
import { TakeInInput } from '../src/release/take-in-input.ts'
import { AddServiceInput } from '../src/service/add-service-input.ts'
import { SetFallbackInput } from '../src/service/fallback-input.ts'
import { ACCESS_INPUTS } from './inputs/access-inputs.ts'
import { ARRIVAL_INPUTS } from './inputs/arrival-inputs.ts'
import { AUDIT_INPUTS } from './inputs/audit-inputs.ts'
import { CIRCUMSTANCE_INPUTS } from './inputs/circumstance-inputs.ts'
import { CONSENT_INPUTS } from './inputs/consent-inputs.ts'
import { DOSE_INPUTS } from './inputs/dose-inputs.ts'
import { FIGURE_EXPORT_INPUTS } from './inputs/figure-export-inputs.ts'
import { FIGURE_INPUTS } from './inputs/figure-inputs.ts'
import { ITEM_INPUTS } from './inputs/item-inputs.ts'
import { LIVE_INPUTS } from './inputs/live-inputs.ts'
import { NOTICE_INPUTS } from './inputs/notice-inputs.ts'
import { NOW_BOARD_INPUTS } from './inputs/now-board-inputs.ts'
import { PARTNER_INPUTS } from './inputs/partner-inputs.ts'
import { PERSON_INPUTS } from './inputs/person-inputs.ts'
import { PERSON_RIGHTS_INPUTS } from './inputs/person-rights-inputs.ts'
import { RELEASE_INPUTS } from './inputs/release-inputs.ts'
import { RESTRICTION_INPUTS } from './inputs/restriction-inputs.ts'
import { AT, ID, type InputSample, REQUEST, SEEN } from './inputs/sample.ts'
import { SERVICE_INPUTS } from './inputs/service-inputs.ts'
import { SIMULATION_INPUTS } from './inputs/simulation-inputs.ts'

const PERSON = {
  familyName: "O'Neill",
  givenNames: 'Siân',
  otherNames: ['Nguyễn'],
  dateOfBirth: '1985-03-12',
  sex: 'female',
  languages: ['nb', 'pt-BR'],
  interpreterNeeded: null,
}
const EPISODE = {
  legalStatus: 'remand',
  admittedOn: '2026-11-01',
  releaseDate: null,
  releaseCertainty: 'could-be-any-day',
  releaseCountry: 'NO',
  releaseArea: 'Oslo',
}

/** Every input schema with one value that it takes. For the tests of what is refused, and in which words. */
export const INPUT_SCHEMAS: Readonly<Record<string, InputSample>> = {
  ...ACCESS_INPUTS,
  ...ARRIVAL_INPUTS,
  ...CONSENT_INPUTS,
  ...DOSE_INPUTS,
  ...FIGURE_INPUTS,
  ...LIVE_INPUTS,
  ...ITEM_INPUTS,
  ...FIGURE_EXPORT_INPUTS,
  ...NOTICE_INPUTS,
  ...NOW_BOARD_INPUTS,
  ...PARTNER_INPUTS,
  ...PERSON_INPUTS,
  ...PERSON_RIGHTS_INPUTS,
  ...AUDIT_INPUTS,
  ...RELEASE_INPUTS,
  ...RESTRICTION_INPUTS,
  ...SERVICE_INPUTS,
  ...SIMULATION_INPUTS,
  ...CIRCUMSTANCE_INPUTS,
  'person.add': {
    schema: AddPersonInput,
    takes: {
      ...REQUEST,
      prisonNumber: 'B8141AX',
      person: PERSON,
      episode: EPISODE,
      duplicate: { kind: 'somebody-else', shownPersonIds: [ID] },
    },
  },
  'person.correct': { schema: CorrectPersonInput, takes: { personId: ID, ...SEEN, ...PERSON } },
  'person.search': { schema: SearchPersonInput, takes: { text: "O'Neill", limit: 20 } },
  'person.record-contact-safety': {
    schema: RecordContactSafetyInput,
    takes: { episodeId: ID, ...SEEN, channel: 'phone', hours: null, wording: 'the dentist', voicemail: false },
  },
  'care-plan.record-fact': {
    schema: RecordFactInput,
    takes: { episodeId: ID, ...SEEN, code: 'dose', state: 'known', value: 'on-omt' },
  },
  'care-plan.renew': { schema: RenewPlanInput, takes: { episodeId: ID, ...SEEN, ruleSet: 'checklist-2026-11-2' } },
  'care-plan.close': { schema: ClosePlanInput, takes: { episodeId: ID, ...SEEN, reason: 'moved away' } },
  'checklist.set-status': {
    schema: ChangeItemStatusInput,
    takes: { itemId: ID, ...SEEN, status: 'declined', reason: 'has one at home' },
  },
  'custody-episode.record-event': {
    schema: RecordEventInput,
    takes: { episodeId: ID, ...REQUEST, kind: 'died', at: AT },
  },
  'custody-episode.answer-event': {
    schema: AnswerEventInput,
    takes: { episodeId: ID, eventId: ID, ...REQUEST, answer: 'taken-back', reason: 'other', words: 'a namesake' },
  },
  'service.add': {
    schema: AddServiceInput,
    takes: {
      ...REQUEST,
      kind: 'dosing-point',
      country: 'NO',
      areaName: 'Oslo',
      holidayRegion: '',
      timeZone: 'Europe/Oslo',
      name: 'Apoteket',
      address: null,
      phone: null,
      dutyContactName: null,
      dutyContactPhone: null,
      canDose: true,
      receives: ['omt'],
    },
  },
  'service.set-fallback': {
    schema: SetFallbackInput,
    takes: { serviceId: ID, ...SEEN, fallback: { serviceId: ID, agreedOn: '2026-11-01', contact: 'Tom Vance' } },
  },
  'release.take-in': {
    schema: TakeInInput,
    takes: {
      ...REQUEST,
      prisonNumber: 'B8141AX',
      familyName: "O'Neill",
      dateOfBirth: '1985-03-12',
      legalStatus: 'recalled',
      backOn: '2026-11-20',
    },
  },
  'partner.record-wish': { schema: RecordPartnerWishInput, takes: { episodeId: ID, ...SEEN, wish: 'yes' } },
  'cover-plan.record-prescription': {
    schema: RecordPrescriptionInput,
    takes: {
      episodeId: ID,
      ...REQUEST,
      from: '2026-04-03',
      to: '2026-04-10',
      collectedAtServiceId: ID,
      collectBy: '2026-04-04',
      prescribedText: 'as the prescriber wrote it',
    },
  },
  'cover-plan.set-prescription': {
    schema: SetPrescriptionInput,
    takes: { episodeId: ID, prescriptionId: ID, ...SEEN, status: 'collected' },
  },
  'cover-plan.record-supply': {
    schema: RecordSupplyInput,
    takes: { episodeId: ID, ...SEEN, days: { from: '2026-04-03', to: '2026-04-06' } },
  },
  'medication.agree-lateness': {
    schema: AgreeLatenessInput,
    takes: { episodeId: ID, dosingServiceId: ID, ...SEEN, until: '19:30' },
  },
  'cover-plan.record-reach': {
    schema: RecordReachInput,
    takes: { episodeId: ID, ...SEEN, state: 'yes', fromDay: '2026-04-07' },
  },
  'cover-plan.decide': {
    schema: DecideCoverInput,
    takes: {
      episodeId: ID,
      ...REQUEST,
      way: 'bridging-supply',
      seenPlan: { id: ID, version: 0 },
      seenGap: { from: '2026-04-03', to: '2026-04-06', remainingDays: 0 },
      wayDays: ['2026-04-03'],
      byServiceId: ID,
      byName: 'Dr Anne Weiss',
      byDay: '2026-04-01',
    },
  },
  'cover-plan.sign': {
    schema: SignCoverInput,
    takes: { episodeId: ID, planId: ID, ...SEEN, signedName: 'Dr Anne Weiss', signedOn: '2026-03-26' },
  },
  'cover-plan.withdraw': { schema: WithdrawCoverInput, takes: { episodeId: ID, planId: ID, ...SEEN } },
  'cover-plan.what-if': {
    schema: WhatIfInput,
    takes: {
      episodeId: ID,
      releaseOn: '2026-03-31',
      dosingServiceId: ID,
      firstAppointment: null,
      supply: { from: '2026-04-03', to: '2026-04-06' },
      medicine: 'methadone',
      depotOn: null,
    },
  },
  'handoff.receivers': { schema: FindReceiversInput, takes: { episodeId: ID } },
  'handoff.send': {
    schema: SendHandoffsInput,
    takes: { episodeId: ID, ...SEEN, handoffs: [{ area: 'omt', receivingServiceId: ID }] },
  },
  'handoff.acknowledge': { schema: AcknowledgeHandoffInput, takes: { handoffId: ID, ...SEEN } },
  'handoff.accept': { schema: AcceptHandoffInput, takes: { handoffId: ID, ...SEEN, workerId: null } },
  'handoff.reject': {
    schema: RejectHandoffInput,
    takes: { handoffId: ID, ...SEEN, reason: 'no-capacity', words: null },
  },
  'handoff.revoke': {
    schema: RevokeHandoffInput,
    takes: { handoffId: ID, ...SEEN, reason: 'other', words: 'moved to another country' },
  },
  'handoff.resend': {
    schema: ResendHandoffInput,
    takes: { handoffId: ID, ...SEEN, receivingServiceId: ID, words: null },
  },
  'housing.record-first-night': {
    schema: RecordFirstNightInput,
    takes: { episodeId: ID, ...REQUEST, firstNight: 'confirmed-bed' },
  },
  'contact.record': {
    schema: RecordContactInput,
    takes: { episodeId: ID, ...REQUEST, channel: 'phone', outcome: 'reached', at: AT, note: null },
  },
  'outcome.record': {
    schema: RecordOutcomeInput,
    takes: { episodeId: ID, ...REQUEST, at: AT, kind: 'did-not-arrive', reason: 'we-were-closed' },
  },
  'appointment.book': {
    schema: BookAppointmentInput,
    takes: { episodeId: ID, ...REQUEST, area: 'omt', serviceId: ID, at: AT, place: null },
  },
}
