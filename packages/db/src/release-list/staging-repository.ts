import type { NumberedLine } from '@throughcare/domain/release-list/label-group'
import type { RefusedCell, ReleaseListLine } from '@throughcare/domain/release-list/parse-release-list-line'
import type { ReleaseListColumn } from '@throughcare/domain/release-list/release-list-columns'
import type { LineDecision } from '@throughcare/domain/release-list/release-list-inputs'
import type { Deed } from '../as-actor.ts'

/** A line as it comes out of the file. */
export type StagedLine = { line: number } & (
  | { says: ReleaseListLine; numberKey: string }
  | { refused: RefusedCell; shown: Record<string, string> }
)

/** Writes a batch of lines as they were read; which group does what is found out afterwards. */
export async function stageLines({ tx, actor }: Deed, listId: string, lines: readonly StagedLine[]): Promise<void> {
  const rows = lines.map((one) =>
    'says' in one
      ? { line: one.line, numberKey: one.numberKey, dateOfBirth: one.says.dateOfBirth, cells: one.says }
      : { line: one.line, result: 'refused', field: one.refused.field, because: one.refused.code, cells: one.shown },
  )
  await tx.$executeRaw`
    insert into release_list_line (list_id, line, service_id, number_key, date_of_birth, result, field, because, cells)
    select ${listId}::uuid, r.line, ${actor.serviceId}::uuid, r."numberKey", r."dateOfBirth", r.result, r.field, r.because, r.cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line int, "numberKey" text, "dateOfBirth" date, result text,
      field text, because text, cells jsonb)`
}

/** The good lines of one prison number, in file order, with what a human has decided about them. */
export type StagedGroup = {
  numberKey: string
  lines: NumberedLine[]
  /** Null while undecided, or where there is nothing to decide. */
  decision: LineDecision | null
  ofLine: number | null
  ofPersonId: string | null
  /** The labels on the preview; null before there are any. */
  labels: { line: number; result: string | null; asLine: number | null; fields: string[] }[]
}

type GroupRow = Omit<StagedGroup, 'lines'> & { lines: { line: number; says: ReleaseListLine }[] }

/** The next groups in the order of their numbers. An empty list at the end. */
export async function nextGroups(
  { tx, actor }: Deed,
  listId: string,
  after: string | null,
  atMost: number,
): Promise<StagedGroup[]> {
  return tx.$queryRaw<GroupRow[]>`
    with next as (
      select distinct number_key from release_list_line
      where list_id = ${listId}::uuid and service_id = ${actor.serviceId}::uuid and number_key is not null
        and (${after}::text is null or number_key > ${after})
      order by number_key limit ${atMost}
    )
    select x.number_key as "numberKey",
      jsonb_agg(jsonb_build_object('line', x.line, 'says', x.cells) order by x.line) as lines,
      jsonb_agg(jsonb_build_object('line', x.line, 'result', x.result, 'asLine', x.as_line, 'fields', x.fields) order by x.line) as labels,
      (array_agg(x.decision order by x.line) filter (where x.result = 'possible-duplicate'))[1] as decision,
      (array_agg(x.of_line order by x.line) filter (where x.result = 'possible-duplicate'))[1] as "ofLine",
      (array_agg(x.of_person_id order by x.line) filter (where x.result = 'possible-duplicate'))[1] as "ofPersonId"
    from next join release_list_line x on x.list_id = ${listId}::uuid and x.number_key = next.number_key
    group by x.number_key order by x.number_key`
}

/** How many lines of one day of birth are compared: a file in which everybody was born on one day stays readable. */
const LINES_OF_ONE_BIRTH = 200

/** Good lines of the file with one of these days of birth, the earliest of each day first. */
export async function linesBornOn(
  { tx, actor }: Deed,
  listId: string,
  days: readonly string[],
): Promise<NumberedLine[]> {
  return tx.$queryRaw<NumberedLine[]>`
    select x.line, x.cells as says from (
      select x.line, x.cells, row_number() over (partition by x.date_of_birth order by x.line) as place
      from release_list_line x
      where x.list_id = ${listId}::uuid and x.service_id = ${actor.serviceId}::uuid and x.date_of_birth = any (${[...days]}::date[])
    ) x where x.place <= ${LINES_OF_ONE_BIRTH}`
}

/** What one line does, as it is kept with the preview. */
export type RecordedLabel = {
  line: number
  result: string
  asLine: number | null
  ofLine: number | null
  ofPersonId: string | null
  fields: readonly ReleaseListColumn[]
  leavesSooner: boolean
  /** Of a line that is refused for what is stored: the column and why. */
  field: ReleaseListColumn | null
  because: string | null
}

/** Keeps the labels of a batch of lines. A decision that was made about a line stays while the line stays a possible duplicate. */
export async function recordLabels(
  { tx, actor }: Deed,
  listId: string,
  labels: readonly RecordedLabel[],
): Promise<void> {
  await tx.$executeRaw`
    update release_list_line x set result = l.result, as_line = l."asLine", of_line = l."ofLine", of_person_id = l."ofPersonId",
      fields = l.fields, leaves_sooner = l."leavesSooner", field = l.field, because = l.because,
      decision = case when l.result = 'possible-duplicate' then x.decision end
    from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
      as l (line int, result text, "asLine" int, "ofLine" int, "ofPersonId" uuid, fields text[], "leavesSooner" boolean, field text, because text)
    where x.list_id = ${listId}::uuid and x.service_id = ${actor.serviceId}::uuid and x.line = l.line`
}

/** Notes which person each written line came to be. The list of numbers lets the index find them, however long the file. */
export async function recordPersons(
  { tx, actor }: Deed,
  listId: string,
  written: readonly { numberKey: string; personId: string }[],
): Promise<void> {
  const numberKeys = written.map((one) => one.numberKey)
  const personIds = written.map((one) => one.personId)
  await tx.$executeRaw`
    update release_list_line x set person_id = w.person_id
    from unnest(${numberKeys}::text[], ${personIds}::uuid[]) as w (number_key, person_id)
    where x.list_id = ${listId}::uuid and x.number_key = any (${numberKeys}::text[]) and x.number_key = w.number_key
      and x.service_id = ${actor.serviceId}::uuid`
}
