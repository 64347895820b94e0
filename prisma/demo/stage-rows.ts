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
  membership: { id: string; accountId: string; serviceId: string; role: Role; grants: string[] }[]
}
