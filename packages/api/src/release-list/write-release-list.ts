import { systemActor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { findNotFree } from '@throughcare/db/custody-episode/custody-episode-repository'
import { sqlStateOf } from '@throughcare/db/database-error'
import { enqueueJob, type Jobs } from '@throughcare/db/job/job-repository'
import { moveList, recordCounts, recordProgress } from '@throughcare/db/release-list/list-repository'
import { nextGroups, recordLabels } from '@throughcare/db/release-list/staging-repository'
import { findHeldCases, findPersonsBornOn } from '@throughcare/db/release-list/stored-case-repository'
import { measureTables } from '@throughcare/db/release-list/write-repository'
import { findService } from '@throughcare/db/service/service-repository'
import { getZone, type Zone } from '@throughcare/domain/calendar/zone'
import { labelGroup, refuseOpening } from '@throughcare/domain/release-list/label-group'
import { type GroupRead, labelGroups, opensEpisode, recordedLabel } from './label-groups.ts'
import { GROUPS_AT_ONCE } from './read-release-list.ts'
import { type GroupToWrite, writeGroups } from './write-groups.ts'

const LONGEST_WRITE_MS = 15 * 60_000
const EXCLUSION_VIOLATION = '23P01'

/** What is stored has changed since the preview was made, so that its lines would do something else now. */
class PreviewIsOld extends Error {}

/**
 * Writes everything that a confirmed list says, in one transaction: all of it or nothing. Possible duplicates that nobody has
 * decided stay listed. Run by the worker; plans follow in jobs of their own.
 *
 * When the record has changed since the preview, nothing is written and the list is read again, to be looked at anew.
 */
export async function writeReleaseList({ serviceId, listId }: Jobs['write-release-list']): Promise<void> {
  const actor = systemActor(serviceId)
  try {
    await asActor(actor, (deed) => writeAll(deed, listId), { timeoutMs: LONGEST_WRITE_MS })
  } catch (error) {
    // Between the last look and the write somebody was taken in elsewhere: read again, that line is then refused.
    if (error instanceof PreviewIsOld || sqlStateOf(error) === EXCLUSION_VIOLATION)
      await asActor(actor, async (deed) => {
        await moveList(deed, listId, { from: 'writing', to: 'reading', seenVersion: null })
        await enqueueJob(deed, 'read-release-list', { serviceId, listId })
      })
    else throw error
  }
}

async function writeAll(deed: Deed, listId: string): Promise<void> {
  const prison = await findService(deed, deed.actor.serviceId)
  if (!prison) throw new Error('the prison of a release list is not there')
  const zone = getZone(prison.timeZone)
  const decidedSame: GroupRead[] = []
  let after: string | null = null
  let done = 0
  for (;;) {
    const groups = await nextGroups(deed, listId, after, GROUPS_AT_ONCE)
    const last = groups.at(-1)
    if (!last) break
    const read = await labelGroups(deed, listId, groups)
    if (read.some((one) => !isAsPreviewed(one))) throw new PreviewIsOld()
    await writeGroups(deed, listId, read.flatMap(toWrite), zone)
    if (after === null) await measureTables(deed)
    decidedSame.push(...read.filter((one) => isDuplicate(one) && one.group.decision === 'same-person'))
    after = last.numberKey
    done += groups.reduce((lines, group) => lines + group.lines.length, 0)
    const linesDone = done
    await asActor(systemActor(deed.actor.serviceId), (own) => recordProgress(own, listId, { linesDone }))
  }
  await measureTables(deed)
  for (const one of decidedSame) await writeSamePerson(deed, listId, one, zone)
  if (!(await moveList(deed, listId, { from: 'writing', to: 'done', seenVersion: null }))) throw new PreviewIsOld()
}

function isDuplicate({ labels }: GroupRead): boolean {
  return labels[0]?.result === 'possible-duplicate'
}

/** Would every line of the group still do what the preview said? */
function isAsPreviewed({ group, labels }: GroupRead): boolean {
  return labels.every((label, index) => {
    const shown = group.labels[index]
    const fields = label.result === 'changed' ? label.fields : []
    return shown?.line === label.line && shown.result === label.result && shown.fields.join() === fields.join()
  })
}

function toWrite(read: GroupRead): GroupToWrite[] {
  const { group, held } = read
  const first = group.lines[0]
  if (!first) return []
  const decidedOther = isDuplicate(read) && group.decision === 'other-person'
  if (isDuplicate(read) && !decidedOther) return []
  const state = decidedOther ? labelGroup(null, group.lines).write : read.write
  if (!state) return []
  const { numberKey } = group
  return [{ numberKey, prisonNumber: first.says.prisonNumber, held, givesNumber: false, after: state }]
}

/**
 * A human said that a new number is a known person's: the person gets the number, and the lines are about that person. When
 * the other one of the pair was left undecided and so is not written, this one stays listed as well.
 */
async function writeSamePerson(deed: Deed, listId: string, { group }: GroupRead, zone: Zone): Promise<void> {
  const first = group.lines[0]
  const numberKey = await numberOfOther(deed, listId, group)
  const held = numberKey === null ? undefined : (await findHeldCases(deed, [numberKey])).get(numberKey)
  if (!first || !held) return
  const read = labelGroup(held.stored, group.lines)
  const { write } = read
  const { prisonNumber } = first.says
  const opening = write && opensEpisode(held) ? [{ personId: held.personId, admittedOn: write.admittedOn }] : []
  if ((await findNotFree(deed, opening)).has(held.personId)) {
    await recordLabels(deed, listId, refuseOpening(read).labels.map(recordedLabel))
    await recordCounts(deed, listId)
    return
  }
  await writeGroups(
    deed,
    listId,
    [{ numberKey: group.numberKey, prisonNumber, held, givesNumber: true, after: write ?? held.stored }],
    zone,
  )
}

/** A number under which the other one of the pair is known: a line of the file before this one, or a stored person. */
async function numberOfOther(deed: Deed, listId: string, group: GroupRead['group']): Promise<string | null> {
  if (group.ofLine !== null) {
    const line = await deed.tx.releaseListLine.findFirst({
      where: { listId, line: group.ofLine, serviceId: deed.actor.serviceId },
      select: { numberKey: true },
    })
    return line?.numberKey ?? null
  }
  const born = group.lines[0]?.says.dateOfBirth
  const persons = born ? await findPersonsBornOn(deed, [born]) : []
  return persons.find((one) => one.personId === group.ofPersonId)?.prisonNumbers[0] ?? null
}
