import type { WorldRan } from './run-couples.ts'
import { differences } from './view.ts'

/**
 * Two worlds in which A did the same and B did not. Where the runs left the same on A's side, everything that A's viewers fetched and
 * were answered is the same to the byte; where they left something else, all but what they left is.
 *
 * @returns where the worlds can be told apart, and how many nights were compared in either way
 */
export function laySideBySide(x: WorldRan, y: WorldRan): { seen: string[]; same: number; other: number } {
  const seen: string[] = []
  let same = 0
  let other = 0
  for (const [index, nights] of x.shown.entries()) {
    let hasDiffered = false
    for (const [night, here] of nights.entries()) {
      const there = y.shown[index]?.[night]
      if (!there) throw new Error(`history ${index} ended early in the other world`)
      const where = `history ${index}, night ${night}`
      // What A is answered may rest on what an earlier night left.
      if (!hasDiffered && here.told !== there.told) seen.push(`${where}: A was answered ${here.told} and ${there.told}`)
      hasDiffered ||= here.published !== there.published
      if (hasDiffered) other += 1
      else same += 1
      for (const [place, view] of here.views.entries())
        seen.push(
          ...differences(view, there.views[place] ?? new Map(), hasDiffered ? withoutLeft : withoutTrailOfRun).map(
            (one) => `${where}: ${one}`,
          ),
        )
    }
  }
  return { seen, same, other }
}

/** What a run left on A's side, taken out of an answer: link, the other's first day, times for both, and the run's own entries. */
function withoutLeft(path: string, text: string): string {
  const rest = withoutTrailOfRun(path, text)
  if (!rest.startsWith('{') || rest.startsWith('{"code"')) return rest
  // Ids are numbered as they come: with something taken out they come otherwise.
  return JSON.stringify(stripped(JSON.parse(rest))).replaceAll(/<id \d+>/g, '<id>')
}

function withoutTrailOfRun(path: string, text: string): string {
  return path.startsWith('audit.') ? text.replaceAll(/\{[^{}]*partner\.run[^{}]*\},?/g, '') : text
}

const LEFT = ['link', 'starts', 'times']
/** The appointment that comes first may be one for both. */
const WHAT_COMES_FIRST = ['firstAppointment', 'appointment']

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isPartnerTime(one) && !restsOnFirst(one)).map(stripped)
  if (value === null || typeof value !== 'object') return value
  const isPartnerPage = 'nextRunAt' in value && 'times' in value
  const left = isPartnerPage ? LEFT : WHAT_COMES_FIRST
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (left.includes(key) ? [] : [[key, stripped(each)]])),
  )
}

/** An appointment of the partner area, wherever it is listed. */
function isPartnerTime(one: unknown): boolean {
  return one !== null && typeof one === 'object' && 'area' in one && one.area === 'partner' && 'at' in one
}

/** Whether an appointment is booked at all, where a list says so: it may be one for both. */
function restsOnFirst(one: unknown): boolean {
  return (
    one === 'first-appointment' ||
    (one !== null && typeof one === 'object' && 'step' in one && one.step === 'next-appointment')
  )
}
