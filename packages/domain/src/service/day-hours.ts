import { z } from 'zod'
import { ClockInterval } from '../calendar/opening-hours.ts'
import { MIDNIGHT } from '../calendar/zone.ts'

/** More spans than this in one day are a slip of the keyboard. */
export const MOST_SPANS_OF_A_DAY = 6

/**
 * The hours of one day as somebody may say them: spans that do not meet twice, in any order. None: shut that day. Spans may
 * touch. The refusals are `<key>.overlap` and `<key>.too-many`.
 */
export function dayHours(key: string) {
  return z
    .array(ClockInterval, `${key}.invalid`)
    .max(MOST_SPANS_OF_A_DAY, `${key}.too-many`)
    .refine((spans) => !hasOverlap(spans), `${key}.overlap`)
}

/** Is there a time that lies in two of these spans? */
export function hasOverlap(spans: readonly ClockInterval[]): boolean {
  const inOrder = spans.toSorted((left, right) => (left.from < right.from ? -1 : 1))
  return inOrder.some((span, index) => index > 0 && span.from < (inOrder[index - 1]?.to ?? MIDNIGHT))
}

/** Why a line of hours cannot be read. */
export const HOURS_FAULTS = ['not-read', 'no-such-time', 'ends-before-it-begins', 'overlap', 'too-many'] as const
export type HoursFault = (typeof HOURS_FAULTS)[number]

export type HoursRead = { kind: 'hours'; spans: ClockInterval[] } | { kind: 'fault'; fault: HoursFault; at: string }

/** `9`, `9:30`, `09.30`, `0930`: what people type for a time. */
const TIME = String.raw`(\d{1,2})(?:[:.h]?(\d{2}))?`
const SPAN = new RegExp(String.raw`^${TIME}\s*(?:-|–|—|to|til|til kl\.?)\s*${TIME}$`, 'i')

/**
 * Reads a line of hours as people type it: `09:00-12:30, 13-17.30`. Nothing typed, or a dash alone, is a day on which the
 * place is shut. `24:00` ends a day and begins none. What it cannot read it says, with the part of the line that it means;
 * it guesses nothing.
 */
export function readHours(line: string): HoursRead {
  const parts = line
    .split(/[,;+&]|\s(?:and|og)\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-' && part !== '–')
  const spans: ClockInterval[] = []
  for (const part of parts) {
    const found = SPAN.exec(part)
    if (!found) return { kind: 'fault', fault: 'not-read', at: part }
    const from = timeOf(found[1], found[2])
    const to = timeOf(found[3], found[4])
    if (from === null || to === null || from === '24:00') return { kind: 'fault', fault: 'no-such-time', at: part }
    if (from >= to) return { kind: 'fault', fault: 'ends-before-it-begins', at: part }
    spans.push({ from, to } as ClockInterval)
  }
  if (spans.length > MOST_SPANS_OF_A_DAY) return { kind: 'fault', fault: 'too-many', at: line.trim() }
  if (hasOverlap(spans)) return { kind: 'fault', fault: 'overlap', at: line.trim() }
  return { kind: 'hours', spans: spans.toSorted((left, right) => (left.from < right.from ? -1 : 1)) }
}

/** The line that reads back to these spans. */
export function hoursLine(spans: readonly { from: string; to: string }[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(', ')
}

function timeOf(hours = '', minutes = '00'): string | null {
  const time = `${hours.padStart(2, '0')}:${minutes}`
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : null
}
