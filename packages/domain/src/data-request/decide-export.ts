/** How many rows leave at once before a second person has to look (rule RIGHT-3). Ours; an installation may want less. */
export const EXPORT_ROWS = 500
/** Working hours, in the hours of the service's own clock: from, until. Ours. */
export const EXPORT_HOURS = { from: 7, until: 19 } as const

/** Why an export is looked at twice. */
export const EXPORT_WEIGHTS = ['many-rows', 'out-of-hours'] as const
export type ExportWeight = (typeof EXPORT_WEIGHTS)[number]

export type ExportDecision = { secondApprover: boolean; because: ExportWeight[] }

/**
 * Does somebody else have to approve this export first, and are managers told (rule RIGHT-3)? Yes for many rows at once, and for any export outside
 * working hours: nights, weekends, public holidays.
 *
 * @param at the hour (0 to 23) and whether it is a working day, at the service's own place
 */
export function decideExport({
  rows,
  hour,
  isWorkingDay,
}: {
  rows: number
  hour: number
  isWorkingDay: boolean
}): ExportDecision {
  const because: ExportWeight[] = []
  if (rows > EXPORT_ROWS) because.push('many-rows')
  if (!isWorkingDay || hour < EXPORT_HOURS.from || hour >= EXPORT_HOURS.until) because.push('out-of-hours')
  return { secondApprover: because.length > 0, because }
}
