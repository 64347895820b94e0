import { ChangeHolidayInput, HolidaysInput } from '@throughcare/domain/calendar/holiday-inputs'
import { allowed, router } from '../trpc.ts'
import { changeHoliday } from './change-holiday.ts'
import { getHolidays } from './get-holidays.ts'

/** The public holidays by region, kept up by administrators over what is calculated. */
export const calendarRouter = router({
  holidays: allowed('calendar.holidays')
    .input(HolidaysInput)
    .query(({ ctx, input }) => getHolidays(ctx.actor, input)),
  changeHoliday: allowed('calendar.change-holiday')
    .input(ChangeHolidayInput)
    .mutation(({ ctx, input }) => changeHoliday(ctx.actor, input)),
})
