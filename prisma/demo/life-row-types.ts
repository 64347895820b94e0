import type { BarrierCode, BarrierEnd, BarrierLevel } from '@throughcare/domain/barrier/barrier-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'

type Recorded = { episodeId: string; version: number; recordedAt: Date; recordedBy: string }

/** The rows of what a person comes back to, and of who stands by. Keys are the columns in camel case. */
export type LifeRows = {
  supporter: (Omit<Recorded, 'version'> & {
    id: string
    name: string
    role: string
    phone: string | null
    isCrisisContact: boolean
    consent: string
    consentOn: PlainDate | null
    mayBeTold: string[]
  })[]
  overdosePlan: (Recorded & {
    id: string
    answer: string
    seenAlone: boolean
    offeredOn: PlainDate
    notAlone: string | null
    goSlow: string | null
    naloxoneWith: string | null
    whoCalls: string | null
  })[]
  whatHelps: (Recorded & {
    id: string
    setting: string
    askedOn: PlainDate
    goal: string
    aroundWant: string
    helps: string[]
    pulls: string[]
    strengths: string[]
    lastTime: string | null
  })[]
  belongings: (Recorded & {
    id: string
    inventory: string
    place: string
    keepUntil: PlainDate | null
    mayCollect: string | null
    state: string
  })[]
  housingPlace: (Recorded & {
    span: string
    kind: string
    address: string | null
    confirmed: string
    confirmedBy: string | null
    peopleUsing: string
    lockable: string
    keyFrom: string | null
    way: string | null
    fallback: string | null
  })[]
  keptDate: (Recorded & {
    id: string
    area: string
    kind: string
    withWhom: string
    until: PlainDate
    untilSource: string
    letterSentOn: PlainDate | null
    letterWords: string | null
    state: string
  })[]
  barrier: (Recorded & {
    id: string
    area: string
    code: BarrierCode
    level: BarrierLevel
    serviceId: string | null
    since: PlainDate
    resolvedOn: PlainDate | null
    resolvedHow: BarrierEnd | null
  })[]
}
