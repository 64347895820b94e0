import type { LineResult } from '@throughcare/domain/release-list/label-group'
import type { ReleaseListColumn } from '@throughcare/domain/release-list/release-list-columns'
import type { LineDecision } from '@throughcare/domain/release-list/release-list-inputs'
import type { Deed } from '../as-actor.ts'

/** One line of a preview. */
export type PreviewLine = {
  line: number
  result: LineResult
  leavesSooner: boolean
  prisonNumber: string
  familyName: string
  givenNames: string
  dateOfBirth: string | null
  releaseDate: string | null
  releaseCertainty: string | null
  /** What stood in the cell at fault, where the line is refused. */
  at: string | null
  field: ReleaseListColumn | null
  because: string | null
  asLine: number | null
  ofLine: number | null
  /** Who the stored person is of whom it may be a duplicate. */
  ofPerson: { familyName: string; givenNames: string } | null
  fields: ReleaseListColumn[]
  decision: LineDecision | null
}

export const LINES_OF_A_PAGE = 50

/** One page of a preview: those that leave sooner first, then in the order of the file. */
export async function findLines(
  { tx, actor }: Deed,
  listId: string,
  result: LineResult | null,
  page: number,
): Promise<PreviewLine[]> {
  return tx.$queryRaw<PreviewLine[]>`
    select x.line, x.result, x.leaves_sooner as "leavesSooner", x.cells ->> 'prisonNumber' as "prisonNumber",
      x.cells ->> 'familyName' as "familyName", x.cells ->> 'givenNames' as "givenNames", x.cells ->> 'dateOfBirth' as "dateOfBirth",
      x.cells ->> 'releaseDate' as "releaseDate", x.cells ->> 'releaseCertainty' as "releaseCertainty", coalesce(x.cells ->> 'at', case when x.field = 'admitted_on' then x.cells ->> 'admittedOn' end) as at,
      x.field, x.because, x.as_line as "asLine", x.of_line as "ofLine", x.fields, x.decision,
      (select jsonb_build_object('familyName', n.family_name, 'givenNames', n.given_names)
        from person n where n.id = x.of_person_id) as "ofPerson"
    from release_list_line x
    where x.list_id = ${listId}::uuid and x.service_id = ${actor.serviceId}::uuid and x.result is not null
      and (${result}::text is null or x.result = ${result})
    order by x.leaves_sooner desc, x.line
    limit ${LINES_OF_A_PAGE} offset ${(page - 1) * LINES_OF_A_PAGE}`
}

/** Keeps what a human said of a possible duplicate. False when the line is none, or the list is not there to be decided. */
export async function recordDecision(
  { tx, actor }: Deed,
  listId: string,
  line: number,
  decision: LineDecision,
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update release_list_line x set decision = ${decision}
    from release_list l
    where l.id = x.list_id and l.state = 'ready' and l.service_id = ${actor.serviceId}::uuid
      and x.list_id = ${listId}::uuid and x.line = ${line} and x.service_id = ${actor.serviceId}::uuid
      and x.result = 'possible-duplicate'`
  return changed === 1
}
