import { HowWasItOfCaseInput, RecordHowWasItInput } from '../../src/how-was-it/record-how-was-it-input.ts'
import { OverdosePlanOfCaseInput, RecordOverdosePlanInput } from '../../src/overdose-plan/record-overdose-plan-input.ts'
import { ContactAfterOverdoseInput, RecordOverdoseInput } from '../../src/overdose-report/overdose-report-inputs.ts'
import {
  CommentOwnWordsInput,
  OwnWordsOfCaseInput,
  RecordOwnWordsInput,
} from '../../src/own-words/record-own-words-input.ts'
import { RecordSupporterInput, SupportersOfCaseInput } from '../../src/supporter/record-supporter-input.ts'
import { RecordWhatHelpsInput, WhatHelpsOfCaseInput } from '../../src/what-helps/record-what-helps-input.ts'
import { AT, EPISODE_ID, ID, type InputSample, REQUEST, SEEN } from './sample.ts'

/** The person's own side: words, plans for an overdose, who stands by, and how it was. */
export const PERSON_INPUTS: Readonly<Record<string, InputSample>> = {
  'own-words.of-case': { schema: OwnWordsOfCaseInput, takes: { ...EPISODE_ID } },
  'own-words.record': {
    schema: RecordOwnWordsInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      answer: 'said',
      sayings: [{ kind: 'strategy', words: 'I go with my sister', language: 'en', task: null }],
      readBack: true,
      mayTravel: false,
    },
  },
  'own-words.comment': {
    schema: CommentOwnWordsInput,
    takes: { ...EPISODE_ID, ...REQUEST, version: 1, text: 'asked the pharmacy' },
  },
  'overdose-plan.of-case': { schema: OverdosePlanOfCaseInput, takes: { ...EPISODE_ID } },
  'overdose-plan.record': {
    schema: RecordOverdosePlanInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      answer: 'made',
      seenAlone: true,
      offeredOn: '2026-11-20',
      notAlone: 'my sister is there',
      goSlow: 'a third first',
      naloxoneWith: 'my sister',
      whoCalls: 'my sister',
    },
  },
  'overdose-report.record': {
    schema: RecordOverdoseInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      happenedOn: '2026-11-20',
      toldBy: 'person',
      naloxone: 'own-kit',
      kitId: ID,
      isReplaced: false,
      ambulance: 'yes',
      alone: 'not-known',
    },
  },
  'overdose-report.contact': {
    schema: ContactAfterOverdoseInput,
    takes: { ...EPISODE_ID, reportId: ID, ...SEEN, channel: 'visit', outcome: 'reached', at: AT, note: null },
  },
  'how-was-it.of-case': { schema: HowWasItOfCaseInput, takes: { ...EPISODE_ID } },
  'how-was-it.record': {
    schema: RecordHowWasItInput,
    takes: {
      ...EPISODE_ID,
      ...REQUEST,
      day: 2,
      askedAt: AT,
      setting: 'outside',
      outcome: 'answered',
      answers: [
        { question: 'medicine', answer: 'yes', words: null },
        { question: 'bed', answer: 'no', words: 'slept at the station' },
        { question: 'who-helped', answer: 'peer', words: null },
      ],
    },
  },
  'supporter.of-case': { schema: SupportersOfCaseInput, takes: { ...EPISODE_ID } },
  'supporter.record': {
    schema: RecordSupporterInput,
    takes: {
      ...EPISODE_ID,
      supporterId: null,
      ...SEEN,
      name: 'Mette',
      role: 'everyday',
      phone: null,
      isCrisisContact: false,
      consent: 'yes',
      consentOn: '2026-11-20',
      mayBeTold: ['that-i-am-out'],
      isWithdrawn: false,
    },
  },
  'what-helps.of-case': { schema: WhatHelpsOfCaseInput, takes: { ...EPISODE_ID } },
  'what-helps.record': {
    schema: RecordWhatHelpsInput,
    takes: {
      ...EPISODE_ID,
      ...SEEN,
      askedOn: '2026-11-20',
      goal: 'stay-on-treatment',
      aroundWant: 'not-said',
      helps: ['work'],
      pulls: [],
      strengths: ['patience'],
      lastTime: null,
      preferredMedicine: 'methadone',
      preferredNotMet: null,
    },
  },
}
