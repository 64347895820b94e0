import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import type { HandoffMove } from '@throughcare/domain/handoff/handoff-moves'
import type { HandoffStatus } from '@throughcare/domain/handoff/handoff-statuses'
import type { ArrangedRows } from './arranged-row-types.ts'
import type { LifeRows } from './life-row-types.ts'

/** The rows of one person's life in the demo, by table. Keys are the columns in camel case. */
export type DemoRows = ArrangedRows &
  LifeRows & {
    person: {
      id: string
      familyName: string
      givenNames: string
      otherNames: string[]
      nameKey: string
      dateOfBirth: PlainDate | null
      sex: string
      languages: string[]
      interpreterNeeded: boolean | null
      createdByServiceId: string
      createdAt: Date
      demo: true
    }[]
    personIdentifier: { id: string; personId: string; system: string; issuerServiceId: string; value: string }[]
    contactSafety: {
      personId: string
      channel: string | null
      hours: string | null
      wording: string | null
      voicemail: boolean | null
    }[]
    custodyEpisode: {
      id: string
      personId: string
      legalStatus: string
      admittedOn: PlainDate
      endedOn: PlainDate | null
      endedBecause: string | null
      releaseCountry: string | null
      releaseArea: string | null
      releaseDate: PlainDate | null
      releaseCertainty: string
      releasedAt: Date | null
      learnedAt: Date | null
      releaseRecordedAt: Date | null
      releaseKind: string | null
      createdByServiceId: string
      createdAt: Date
      version: number
    }[]
    custodyStay: { id: string; episodeId: string; prisonServiceId: string; fromAt: Date; untilAt: Date | null }[]
    releaseDateChange: {
      id: string
      episodeId: string
      releaseDate: PlainDate | null
      releaseCertainty: string
      changedAt: Date
      changedBy: string
      source: string
      reason: string | null
    }[]
    caseFact: {
      episodeId: string
      code: string
      category: string
      state: string
      value: string | null
      recordedAt: Date
      recordedBy: string
    }[]
    ownWords: {
      id: string
      episodeId: string
      words: string
      language: string | null
      recordedAt: Date
      recordedBy: string
    }[]
    partnerWish: { episodeId: string; wish: string; recordedAt: Date; recordedBy: string }[]
    medicationTreatment: {
      id: string
      episodeId: string
      medicine: string
      form: string | null
      prescribedText: string | null
      rhythm: string
      rhythmWeekdays: number[]
      dosesPerDay: number
      titration: string
      startedOn: PlainDate | null
      endedOn: PlainDate | null
      regimeConfirmedOn: PlainDate | null
      regimeConfirmedBy: string | null
      dosingServiceId: string | null
    }[]
    dose: {
      id: string
      treatmentId: string
      episodeId: string
      kind: string
      outcome: string
      forDay: PlainDate
      toDay: PlainDate
      parts: number
      givenAt: Date | null
      recordedAt: Date
      recordedBy: string
      serviceId: string
      lateEntry: boolean
      correctsDoseId: string | null
      product: string | null
      reason: string | null
    }[]
    naloxoneKit: {
      id: string
      episodeId: string
      product: string | null
      lot: string | null
      expiresOn: PlainDate | null
      state: string
      holder: string
      handedAt: Date | null
      goneAt: Date | null
      dosesUsed: number | null
      usedOutcome: string | null
      replacesId: string | null
      trained: boolean | null
      recordedAt: Date
      recordedBy: string
    }[]
    sendSet: { id: string; episodeId: string; sendingServiceId: string; sentAt: Date; sentBy: string }[]
    handoff: {
      id: string
      episodeId: string
      personId: string
      sendSetId: string | null
      area: string
      kind: string
      sendingServiceId: string
      receivingServiceId: string
      accountableServiceId: string
      status: HandoffStatus
      carries: string[]
      dueAt: Date | null
      sentAt: Date | null
      acknowledgedAt: Date | null
      acknowledgedBy: string | null
      acceptedAt: Date | null
      workerId: string | null
      rejectedReason: string | null
      outcome: string | null
      attempt: number
      previousId: string | null
      version: number
    }[]
    handoffMove: {
      id: string
      handoffId: string
      episodeId: string
      area: string
      move: HandoffMove
      fromStatus: HandoffStatus
      toStatus: HandoffStatus
      byAccount: string
      byServiceId: string
      at: Date
      reason: string | null
      requestId: string
    }[]
    carePlan: {
      id: string
      episodeId: string
      ruleSet: string
      madeAt: Date
      releaseDateSeen: PlainDate | null
      version: number
    }[]
    checklistItem: {
      id: string
      carePlanId: string
      episodeId: string
      area: string
      code: string
      accountableServiceId: string
      ownerSide: string
      dueOffsetMinutes: number
      dueAt: Date | null
      critical: boolean
      blockedBy: string[]
      status: string
      reason: string | null
      statusAt: Date | null
      statusBy: string | null
      version: number
    }[]
    checklistItemChange: {
      id: string
      itemId: string
      episodeId: string
      area: string
      fromStatus: string | null
      toStatus: string
      reason: string | null
      at: Date
      byAccount: string
    }[]
    appointment: {
      id: string
      episodeId: string
      area: string
      serviceId: string
      at: Date
      place: string | null
      status: string
      recordedAt: Date
      recordedBy: string
    }[]
    contactAttempt: {
      id: string
      episodeId: string
      serviceId: string
      channel: string
      outcome: string
      note: string | null
      at: Date
      recordedAt: Date
      recordedBy: string
    }[]
    outcome: {
      id: string
      episodeId: string
      category: string
      kind: string
      value: string | null
      reason: string | null
      at: Date
      serviceId: string
      recordedAt: Date
      recordedBy: string
    }[]
  }

/** No row yet. The order is the order of writing: what others point to comes first. */
export function noRows(): DemoRows {
  return {
    person: [],
    personIdentifier: [],
    contactSafety: [],
    custodyEpisode: [],
    custodyStay: [],
    releaseDateChange: [],
    caseFact: [],
    ownWords: [],
    partnerWish: [],
    medicationTreatment: [],
    dose: [],
    naloxoneKit: [],
    bridgingPrescription: [],
    reachability: [],
    coverPlan: [],
    agreedLateness: [],
    minimumPack: [],
    sendSet: [],
    handoff: [],
    handoffMove: [],
    carePlan: [],
    checklistItem: [],
    checklistItemChange: [],
    appointment: [],
    contactAttempt: [],
    outcome: [],
    custodyEvent: [],
    supporter: [],
    overdosePlan: [],
    whatHelps: [],
    belongings: [],
    housingPlace: [],
    keptDate: [],
    barrier: [],
  }
}
