import type { Role } from '@throughcare/domain/access/access-codes'
import type { PlainDate } from '@throughcare/domain/calendar/plain-date'

/** The rows of the stage on which it all happens: written first. */
export type StageRows = {
  area: { id: string; parentId: string | null; country: string; name: string; holidayRegion: string }[]
  service: {
    id: string
    name: string
    kind: string
    country: string
    areaId: string
    timeZone: string
    address: string | null
    phone: string
    dutyContactName: string | null
    dutyContactPhone: string | null
    canDose: boolean
    receives: string[]
    fallbackServiceId: string | null
    fallbackAgreedOn: PlainDate | null
    fallbackContact: string | null
    demo: true
  }[]
  serviceHours: { id: string; serviceId: string; purpose: string; weekday: number; opens: string; closes: string }[]
  serviceClosure: { id: string; serviceId: string; fromDay: PlainDate; toDay: PlainDate; reason: string }[]
  publicHoliday: { country: string; region: string; day: PlainDate; name: string }[]
  account: { id: string; email: string; displayName: string; passwordHash: string | null; locale: string; demo: true }[]
  /** What places said about single days. */
  serviceDay: {
    id: string
    serviceId: string
    day: PlainDate
    purpose: string
    version: number
    said: string
    intervals: { from: string; to: string }[]
    toldBy: string
    toldHow: string
    recordedAt: Date
    recordedBy: string
    recordedServiceId: string
  }[]
  ruleSetVersion: {
    id: string
    kind: string
    country: string | null
    serviceId: string | null
    version: number
    body: object
    ownWords: string
    source: string
    edition: string | null
    reviewBy: PlainDate
    state: string
    proposedAt: Date
    proposedBy: string
    approvedAt: Date | null
    approvedBy: string | null
  }[]
  figureAnnotation: {
    id: string
    serviceId: string
    kind: string
    indicator: string | null
    month: string
    name: string
    note: string | null
    percent: number | null
    writtenAt: Date
    writtenBy: string
  }[]
  membership: { id: string; accountId: string; serviceId: string; role: Role; grants: string[] }[]
}
