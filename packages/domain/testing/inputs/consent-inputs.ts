import {
  OverrideSharingInput,
  RecordConsentInput,
  SharingOfCaseInput,
  WithdrawConsentInput,
} from '../../src/consent/consent-inputs.ts'
import {
  DecideObjectionInput,
  OpenObjectionsInput,
  RecordObjectionInput,
} from '../../src/objection/objection-inputs.ts'
import { EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

/** What may be shared, and what somebody objects to. */
export const CONSENT_INPUTS: Readonly<Record<string, InputSample>> = {
  'consent.of-case': { schema: SharingOfCaseInput, takes: { ...EPISODE_ID } },
  'consent.record': {
    schema: RecordConsentInput,
    takes: {
      ...EPISODE_ID,
      ...REQUEST,
      answer: 'given',
      purpose: 'treatment-goes-on',
      serviceIds: [ID],
      kinds: ['drug-service'],
      supporterIds: [],
      categories: ['hiv-hcv'],
      fromOn: '2026-11-22',
      toOn: null,
      language: 'nb',
      explained: 'with-interpreter',
      capacity: 'can-decide',
      witness: null,
      ownWords: null,
      signature: 'L. Moreau',
    },
  },
  'consent.withdraw': {
    schema: WithdrawConsentInput,
    takes: { ...EPISODE_ID, ...REQUEST, consentId: null, ownWords: null },
  },
  'consent.override': {
    schema: OverrideSharingInput,
    takes: {
      ...EPISODE_ID,
      ...REQUEST,
      overrideId: null,
      seenVersion: null,
      legalBasis: 'vital-interest',
      reason: 'found unconscious, on medicine that must not be mixed',
      serviceIds: [ID],
      categories: ['hiv-hcv'],
      hours: 4,
    },
  },
  'objection.record': {
    schema: RecordObjectionInput,
    takes: { ...EPISODE_ID, ...REQUEST, serviceIds: [], kinds: ['benefits'], categories: ['work'], ownWords: null },
  },
  'objection.decide': {
    schema: DecideObjectionInput,
    takes: { objectionId: ID, ...SEEN, decision: 'not-upheld', reason: 'the dose depends on it', toldWhatIsLost: true },
  },
  'objection.open': { schema: OpenObjectionsInput, takes: {} },
}
