import { addDays, getPlainDate, type PlainDate, weekday } from '@throughcare/domain/calendar/plain-date'

export type DemoHoliday = { country: string; region: string; day: PlainDate; name: string }

/**
 * The public holidays of the demo's three countries, so that its deadlines and closing days hold from the first minute. The
 * worker replaces those of this year and the next by the calendar that real use has.
 */
export function holidaysAround(today: PlainDate): DemoHoliday[] {
  const year = Number(today.slice(0, 4))
  return [year - 2, year - 1, year, year + 1].flatMap((each) => [
    ...ofEngland(each),
    ...ofNorway(each),
    ...ofHamburg(each),
  ])
}

function ofEngland(year: number): DemoHoliday[] {
  const easter = easterSunday(year)
  return [
    [ordinaryDay(on(year, '01-01')), "New Year's Day"],
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [mondayFrom(on(year, '05-01')), 'Early May bank holiday'],
    [mondayFrom(on(year, '05-25')), 'Spring bank holiday'],
    [mondayFrom(on(year, '08-25')), 'Summer bank holiday'],
    [on(year, '12-25'), 'Christmas Day'],
    [on(year, '12-26'), 'Boxing Day'],
  ].map(([day, name]) => ({ country: 'GB', region: 'ENG', day: day as PlainDate, name: name as string }))
}

function ofNorway(year: number): DemoHoliday[] {
  const easter = easterSunday(year)
  return [
    [on(year, '01-01'), 'Første nyttårsdag'],
    [addDays(easter, -3), 'Skjærtorsdag'],
    [addDays(easter, -2), 'Langfredag'],
    [easter, 'Første påskedag'],
    [addDays(easter, 1), 'Andre påskedag'],
    [on(year, '05-01'), 'Arbeidernes dag'],
    [on(year, '05-17'), 'Grunnlovsdagen'],
    [addDays(easter, 39), 'Kristi himmelfartsdag'],
    [addDays(easter, 49), 'Første pinsedag'],
    [addDays(easter, 50), 'Andre pinsedag'],
    [on(year, '12-25'), 'Første juledag'],
    [on(year, '12-26'), 'Andre juledag'],
  ]
    .map(([day, name]) => ({ country: 'NO', region: '', day: day as PlainDate, name: name as string }))
    .filter((holiday, index, all) => all.findIndex((other) => other.day === holiday.day) === index)
}

function ofHamburg(year: number): DemoHoliday[] {
  const easter = easterSunday(year)
  return [
    [on(year, '01-01'), 'Neujahr'],
    [addDays(easter, -2), 'Karfreitag'],
    [addDays(easter, 1), 'Ostermontag'],
    [on(year, '05-01'), 'Tag der Arbeit'],
    [addDays(easter, 39), 'Christi Himmelfahrt'],
    [addDays(easter, 50), 'Pfingstmontag'],
    [on(year, '10-03'), 'Tag der Deutschen Einheit'],
    [on(year, '10-31'), 'Reformationstag'],
    [on(year, '12-25'), '1. Weihnachtstag'],
    [on(year, '12-26'), '2. Weihnachtstag'],
  ]
    .map(([day, name]) => ({ country: 'DE', region: 'HH', day: day as PlainDate, name: name as string }))
    .filter((holiday, index, all) => all.findIndex((other) => other.day === holiday.day) === index)
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19
  const [century, inCentury] = [Math.floor(year / 100), year % 100]
  const corrected = Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - corrected + 1) / 3) + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const count = epact + toSunday - 7 * late + 114
  return getPlainDate(`${year}-${two(Math.floor(count / 31))}-${two((count % 31) + 1)}`)
}

/** The day itself, or the Monday after when it falls on a weekend. */
function ordinaryDay(day: PlainDate): PlainDate {
  const of = weekday(day)
  return of === 6 ? addDays(day, 2) : of === 7 ? addDays(day, 1) : day
}

function mondayFrom(day: PlainDate): PlainDate {
  return addDays(day, (8 - weekday(day)) % 7)
}

function on(year: number, monthAndDay: string): PlainDate {
  return getPlainDate(`${year}-${monthAndDay}`)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
