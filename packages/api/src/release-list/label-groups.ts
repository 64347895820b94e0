import type { Deed } from '@throughcare/db/as-actor'
import { findNotFree } from '@throughcare/db/custody-episode/custody-episode-repository'
import { linesBornOn, type RecordedLabel, type StagedGroup } from '@throughcare/db/release-list/staging-repository'
import { findHeldCases, findPersonsBornOn, type HeldCase } from '@throughcare/db/release-list/stored-case-repository'
import { type DuplicateCandidate, decideDuplicate } from '@throughcare/domain/release-list/find-possible-duplicates'
import {
  type GroupLabels,
  type LineLabel,
  labelGroup,
  refuseOpening,
} from '@throughcare/domain/release-list/label-group'

export type GroupRead = GroupLabels & { group: StagedGroup; held: HeldCase | null }

/**
 * What a batch of groups would do now, each held against what is stored under its number and, where nothing is, against
 * everybody born on the same day.
 */
export async function labelGroups(deed: Deed, listId: string, groups: readonly StagedGroup[]): Promise<GroupRead[]> {
  const held = await findHeldCases(
    deed,
    groups.map((group) => group.numberKey),
  )
  const unknown = groups.filter((group) => !held.has(group.numberKey))
  const candidates = await candidatesByBirth(deed, listId, unknown)
  const read = groups.map((group) => {
    const known = held.get(group.numberKey) ?? null
    const first = group.lines[0]
    const duplicate =
      known || !first
        ? null
        : decideDuplicate(
            first.says,
            (candidates.get(first.says.dateOfBirth) ?? []).filter(({ line }) => line === null || line < first.line),
          )
    return { group, held: known, ...labelGroup(known?.stored ?? null, group.lines, duplicate) }
  })
  return refuseOpenings(deed, read)
}

/** Groups whose new episode cannot begin on its day are refused, whoever it is that stands against it. */
async function refuseOpenings(deed: Deed, read: readonly GroupRead[]): Promise<GroupRead[]> {
  const openings = read.flatMap(({ held, write }) =>
    held && write && opensEpisode(held) ? [{ personId: held.personId, admittedOn: write.admittedOn }] : [],
  )
  const notFree = await findNotFree(deed, openings)
  return read.map((one) =>
    one.held && opensEpisode(one.held) && notFree.has(one.held.personId) ? { ...one, ...refuseOpening(one) } : one,
  )
}

/** Whether lines about this person would open an episode: none goes on here. */
export function opensEpisode(held: HeldCase): boolean {
  return held.episodeId === null || held.stored.endedOn !== null
}

async function candidatesByBirth(
  deed: Deed,
  listId: string,
  groups: readonly StagedGroup[],
): Promise<Map<string, DuplicateCandidate[]>> {
  const days = [...new Set(groups.flatMap((group) => group.lines.slice(0, 1).map(({ says }) => says.dateOfBirth)))]
  if (days.length === 0) return new Map()
  const lines = (await linesBornOn(deed, listId, days)).map(
    ({ line, says }): DuplicateCandidate => ({ ...says, line, personId: null, prisonNumbers: [says.prisonNumber] }),
  )
  return Map.groupBy([...lines, ...(await findPersonsBornOn(deed, days))], (one) => one.dateOfBirth ?? '')
}

/** A label as it is kept with the preview. */
export function recordedLabel(label: LineLabel): RecordedLabel {
  return {
    line: label.line,
    result: label.result,
    asLine: 'asLine' in label ? label.asLine : null,
    ofLine: label.result === 'possible-duplicate' ? label.duplicate.ofLine : null,
    ofPersonId: label.result === 'possible-duplicate' ? label.duplicate.ofPersonId : null,
    fields: label.result === 'changed' ? label.fields : [],
    leavesSooner: label.result === 'changed' && label.leavesSooner,
    field: label.result === 'refused' ? label.refused.field : null,
    because: label.result === 'refused' ? label.refused.code : null,
  }
}
