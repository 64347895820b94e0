import type { Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { openEpisodes, recordReleaseDates } from '@throughcare/db/custody-episode/custody-episode-repository'
import { enqueueJob } from '@throughcare/db/job/job-repository'
import { addPersons, giveNumbers } from '@throughcare/db/person/person-repository'
import { recordPersons } from '@throughcare/db/release-list/staging-repository'
import type { HeldCase } from '@throughcare/db/release-list/stored-case-repository'
import {
  type CaseToWrite,
  recordEpisodesFromList,
  recordFactsFromList,
  recordMedicationFromList,
  recordPersonsFromList,
} from '@throughcare/db/release-list/write-repository'
import { newId } from '@throughcare/db/uuid'
import { plainDateIn, startOfDay, type Zone } from '@throughcare/domain/calendar/zone'
import { searchKey } from '@throughcare/domain/person/search-key'
import type { ReleaseListState } from '@throughcare/domain/release-list/release-list-state'

/** One prison number whose lines change something. */
export type GroupToWrite = {
  numberKey: string
  prisonNumber: string
  held: HeldCase | null
  /** A human said that this new number is a known person's: the number is added to the person. */
  givesNumber: boolean
  after: ReleaseListState
}

type Written = CaseToWrite & GroupToWrite & { fate: 'new-person' | 'new-episode' | 'goes-on' }

/**
 * Writes a batch of groups: persons, numbers, episodes, release dates with their history, facts, treatments and last doses;
 * and asks for their plans. Every statement is about the whole batch.
 */
export async function writeGroups(
  deed: Deed,
  listId: string,
  groups: readonly GroupToWrite[],
  zone: Zone,
): Promise<void> {
  if (groups.length === 0) return
  const cases = groups.map(toWritten)
  const newPersons = cases.filter((one) => one.fate === 'new-person')
  const goingOn = cases.filter((one) => one.fate === 'goes-on')
  const opened = cases.filter((one) => one.fate !== 'goes-on')
  const known = cases.filter((one) => one.held !== null)

  await addPersons(
    deed,
    newPersons.map(({ personId, prisonNumber, after }) => ({ ...details(after), personId, prisonNumber })),
  )
  await giveNumbers(
    deed,
    known.filter((one) => one.givesNumber),
  )
  await openEpisodes(
    deed,
    opened.map(({ personId, episodeId, after }) => ({
      ...after,
      personId,
      episodeId,
      certainty: after.releaseCertainty,
      startsAt: startOfDay(after.admittedOn, zone),
    })),
    'release-list',
  )
  await recordPersonsFromList(
    deed,
    known.map((one) => ({
      ...one,
      nameKey: searchKey({ ...one.after, otherNames: one.held?.otherNames ?? [] }),
    })),
  )
  await recordEpisodesFromList(deed, goingOn)
  await recordReleaseDates(
    deed,
    goingOn.filter(hasNewDate).map(({ episodeId, after }) => ({
      episodeId,
      releaseDate: after.releaseDate,
      certainty: after.releaseCertainty,
    })),
    'release-list',
    null,
  )
  await recordFactsFromList(deed, cases)
  await recordMedicationFromList(deed, cases, plainDateIn(deed.now, zone))
  await recordPersons(deed, listId, cases)
  const episodeIds = cases.map((one) => one.episodeId)
  await recordAudit(deed, { action: 'release-list.confirm', episodeIds, personIds: cases.map((one) => one.personId) })
  await enqueueJob(deed, 'make-plans', { serviceId: deed.actor.serviceId, episodeIds })
}

function toWritten(group: GroupToWrite): Written {
  const { held, after } = group
  const goesOn = held?.episodeId && held.stored.endedOn === null
  return {
    ...group,
    after,
    fate: held === null ? 'new-person' : goesOn ? 'goes-on' : 'new-episode',
    personId: held?.personId ?? newId(),
    episodeId: goesOn ? (held.episodeId as string) : newId(),
    treatmentId: goesOn ? held.treatmentId : null,
    before: goesOn ? held.stored : null,
  }
}

function details(after: ReleaseListState) {
  return {
    familyName: after.familyName,
    givenNames: after.givenNames,
    otherNames: [],
    dateOfBirth: after.dateOfBirth,
    sex: after.sex ?? ('unknown' as const),
    languages: after.preferredLanguage ? [after.preferredLanguage] : [],
    interpreterNeeded: null,
  }
}

function hasNewDate({ before, after }: CaseToWrite): boolean {
  return before?.releaseDate !== after.releaseDate || before.releaseCertainty !== after.releaseCertainty
}
