import type { PlainDate } from '../calendar/plain-date.ts'
import type { RefusedCell, ReleaseListLine } from './parse-release-list-line.ts'
import type { ReleaseListColumn } from './release-list-columns.ts'
import { applyLine, differingColumns, leavesSooner, type ReleaseListState } from './release-list-state.ts'

export const LINE_RESULTS = ['new', 'same', 'changed', 'possible-duplicate', 'refused'] as const
export type LineResult = (typeof LINE_RESULTS)[number]

/** What is stored under a prison number: the newest custody episode and the person's facts. */
export type StoredCase = ReleaseListState & {
  /** The day that episode ended; null while the person is in custody. */
  endedOn: PlainDate | null
}

/** Whom a number not seen before may already be. Never decided by software. */
export type PossibleDuplicate = { ofLine: number | null; ofPersonId: string | null }

export type NumberedLine = { line: number; says: ReleaseListLine }

/** What one good line of a group does. `asLine` is the line before it in the group; null when it is held against what is stored. */
export type LineLabel = {
  line: number
  /** Columns in which the line is silent or older than what is known, so that what is known stays. */
  kept: readonly ReleaseListColumn[]
} & (
  | { result: 'new' }
  | { result: 'possible-duplicate'; duplicate: PossibleDuplicate }
  | { result: 'same'; asLine: number | null }
  | { result: 'refused'; refused: RefusedCell }
  | { result: 'changed'; asLine: number | null; fields: readonly ReleaseListColumn[]; leavesSooner: boolean }
)

export type GroupLabels = {
  labels: readonly LineLabel[]
  /** What is known once all lines are applied; null when nothing is to be written. */
  write: ReleaseListState | null
}

/**
 * What does each good line of one prison number do, in file order?
 *
 * The first line is held against what is stored, every other one against the line before it. When the lines end where
 * they began, at what is stored, all of them are "same": running a file again changes nothing, however often a date
 * moves back and forth in it. A line about an episode that has ended is "same" as well and writes nothing: only a
 * human says that a release was recorded by mistake.
 *
 * @param duplicate whom a number that is not stored may already be (find-possible-duplicates.ts)
 */
export function labelGroup(
  stored: StoredCase | null,
  lines: readonly NumberedLine[],
  duplicate: PossibleDuplicate | null = null,
): GroupLabels {
  const current = lines.filter(({ says }) => !isAboutEndedEpisode(stored, says))
  let state: ReleaseListState | null = stored
  const steps = current.map(({ line, says }) => {
    const before = state
    const { after, kept } = applyLine(before, says)
    state = after
    return { line, says, before, after, kept }
  })
  const last = steps.at(-1)?.after ?? null
  const comesBack = stored !== null && (last === null || differingColumns(stored, last).length === 0)

  const labels = lines.map(({ line, says }): LineLabel => {
    const index = steps.findIndex((step) => step.line === line)
    const step = steps[index]
    if (comesBack || step === undefined) return { line, result: 'same', asLine: null, kept: step?.kept ?? [] }
    const previous = steps[index - 1]
    if (previous === undefined) return firstLabel(stored, step, duplicate)
    const fields = differingColumns(previous.says, says)
    if (fields.length === 0) return { line, result: 'same', asLine: previous.line, kept: step.kept }
    const sooner = leavesSooner(previous.says, says)
    return { line, result: 'changed', asLine: previous.line, fields, leavesSooner: sooner, kept: step.kept }
  })
  return { labels, write: comesBack ? null : last }
}

/**
 * The same group, when the episode that it would open cannot begin on its day of admission: its lines are refused, and all
 * others of the file go on. Lines about an episode that is over stay what they are.
 */
export function refuseOpening({ labels }: GroupLabels): GroupLabels {
  return {
    labels: labels.map((label) =>
      label.result === 'same' && label.asLine === null
        ? label
        : {
            line: label.line,
            kept: label.kept,
            result: 'refused',
            refused: { field: 'admitted_on', code: 'cannot-be-used-here' },
          },
    ),
    write: null,
  }
}

function firstLabel(
  stored: StoredCase | null,
  step: { line: number; after: ReleaseListState; kept: readonly ReleaseListColumn[] },
  duplicate: PossibleDuplicate | null,
): LineLabel {
  const { line, after, kept } = step
  if (stored === null)
    return duplicate ? { line, result: 'possible-duplicate', duplicate, kept } : { line, result: 'new', kept }
  const fields = differingColumns(stored, after)
  if (fields.length === 0) return { line, result: 'same', asLine: null, kept }
  return { line, result: 'changed', asLine: null, fields, leavesSooner: leavesSooner(stored, after), kept }
}

/** Does the line speak of an episode that is over? The day of release may be the day of the next admission. */
function isAboutEndedEpisode(stored: StoredCase | null, says: ReleaseListLine): boolean {
  return stored !== null && stored.endedOn !== null && says.admittedOn < stored.endedOn
}
