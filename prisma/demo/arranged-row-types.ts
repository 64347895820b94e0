import type { PlainDate } from '@throughcare/domain/calendar/plain-date'

/** The rows of what is arranged ahead of a release, and of what befell somebody otherwise. Keys are the columns in camel case. */
export type ArrangedRows = {
  bridgingPrescription: {
    id: string
    episodeId: string
    fromDay: PlainDate
    toDay: PlainDate
    collectedAtServiceId: string
    collectBy: PlainDate | null
    prescribedText: string
    recordedAt: Date
    recordedBy: string
  }[]
  reachability: {
    id: string
    episodeId: string
    version: number
    state: string
    fromDay: PlainDate
    recordedAt: Date
    recordedBy: string
  }[]
  coverPlan: {
    id: string
    episodeId: string
    way: string
    gapFrom: PlainDate
    gapTo: PlainDate
    remainingGapDays: number
    byServiceId: string
    byName: string
    byDay: PlainDate
    decidedAt: Date
    decidedBy: string
    signedName: string | null
    signedOn: PlainDate | null
    signedAt: Date | null
    signedBy: string | null
  }[]
  agreedLateness: {
    id: string
    episodeId: string
    dosingServiceId: string
    version: number
    until: string
    recordedAt: Date
    recordedBy: string
  }[]
  minimumPack: {
    id: string
    episodeId: string
    version: number
    letterOn: PlainDate | null
    prescriber: string | null
    prescriberPhone: string
    phone: string | null
    recordedAt: Date
    recordedBy: string
  }[]
  custodyEvent: {
    id: string
    episodeId: string
    kind: string
    at: Date
    endedEpisode: boolean
    outcomeId: string | null
    recordedAt: Date
    serviceId: string
    recordedBy: string
  }[]
}
