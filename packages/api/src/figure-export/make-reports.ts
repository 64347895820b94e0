import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import {
  findReportPlace,
  listHolidaysBetween,
  listReportingServices,
  type ReportingService,
  readAsManager,
  recordFigureExport,
} from '@throughcare/db/figure-export/figure-export-repository'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { addDays } from '@throughcare/domain/calendar/plain-date'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import type { Month } from '@throughcare/domain/continuity/report-window'
import { SMALLEST_LEAVING } from '@throughcare/domain/continuity/small-counts'
import { leavingLines } from '@throughcare/domain/figure-export/leaving-lines'
import { reportMonth } from '@throughcare/domain/figure-export/report-month'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { readFiguresUntil } from '../continuity/read-figures.ts'
import { askedBeside } from './leaving-beside.ts'
import { leavingContent, readLeaving } from './leaving-content.ts'

type Due = ReportingService & { month: Month }

/**
 * Makes the report of last month for every service that has a manager and no such report yet, from the first working day of the month on, and tells
 * its managers that it is there: in words without a figure (rule OUT-2). A day on which no worker ran is made up for.
 *
 * @returns how many were made
 */
export async function makeReports(): Promise<number> {
  const due = await findDue()
  let made = 0
  const faults: unknown[] = []
  // What holds one up holds up none of the others, and is told.
  for (const each of due)
    try {
      if (await makeReport(each)) made += 1
    } catch (error) {
      faults.push(error)
    }
  if (faults.length > 0) throw faults[0]
  return made
}

function findDue(): Promise<Due[]> {
  return asActor(SYSTEM_OF_NO_SERVICE, async (deed) => {
    const services = await listReportingServices(deed)
    const today = plainDateIn(deed.now, getZone('UTC'))
    const holidays = await listHolidaysBetween(deed, addDays(today, -32), addDays(today, 2))
    return services.flatMap((service) => {
      const here = plainDateIn(deed.now, getZone(service.timeZone))
      const month = reportMonth(here, (day) => holidays.has(`${service.country} ${day}`))
      return month === null || (service.lastMonth !== null && service.lastMonth >= month) ? [] : [{ ...service, month }]
    })
  })
}

async function makeReport({ serviceId, timeZone, month }: Due): Promise<boolean> {
  const actor = systemActor(serviceId)
  const content = await asActor(actor, async (deed) => {
    const place = await findReportPlace(deed)
    if (!place) return null
    await readAsManager(deed)
    const of = { ...place, serviceId, serviceTimeZone: timeZone, role: 'manager' } as const
    const extra = askedBeside(place.serviceKind as ServiceKind)
    const figures = await readFiguresUntil(deed, of, SMALLEST_LEAVING, { until: month, extra })
    return leavingContent(figures, { ...of, ...(await readLeaving(deed, of)) })
  })
  if (content === null) return false
  return asActor(actor, async (deed) => {
    const lines = leavingLines(content).length
    const exportId = await recordFigureExport(deed, {
      kind: 'monthly-report',
      month,
      reason: null,
      content,
      lines,
      because: [],
    })
    if (exportId === null) return false
    await recordNotice(deed, {
      kind: 'monthly-report',
      serviceId,
      audience: 'managers',
      episodeId: null,
      handoffId: null,
      urgency: 'ordinary',
      dedupeKey: `monthly-report:${month}`,
    })
    await recordAudit(deed, { action: 'figure-export.report', fields: [`export:${exportId}`, `month:${month}`] })
    return true
  })
}
