import { ask } from '../../matrix/ask.ts'
import type { StoredCase } from '../../matrix/case-to-store.ts'
import { FIXTURES } from '../../matrix/fixtures/all.ts'
import type { Hat } from '../../matrix/hats.ts'
import { PROCEDURES } from '../../matrix/procedures.ts'
import type { SituationName } from '../../matrix/situations.ts'
import type { Stage } from '../../matrix/stage.ts'

/** Somebody who looks, and the case that they look at. */
export type Viewer = { hat: Hat; situation: SituationName }

/** Every answer of every reading procedure, as text: by procedure and by whose ids were asked with. */
export type View = ReadonlyMap<string, string>

/** Whose case the viewer looks at. */
const FIRST = 'A'

/** The state of the machine, by its own clock and of no case: how long queues wait, and since when the trail is not sealed. */
const OF_THE_MACHINE = ['job.board']

const READS = PROCEDURES.filter(
  ({ type, path }) => type === 'query' && FIXTURES[path] && !OF_THE_MACHINE.includes(path),
)

/**
 * All that a viewer can fetch: every reading procedure of the router with the ids of this case, and with those of another. Names and
 * ids stand for what they mean, and instants are read to the minute, so that two worlds can be laid side by side.
 *
 * @param hold sets the clock back to the moment of looking, however long it takes
 */
export async function viewOf(
  stage: Stage,
  { hat, situation }: Viewer,
  cases: Readonly<Record<string, StoredCase>>,
  reads: (path: string) => boolean,
  hold: () => Promise<void>,
): Promise<View> {
  const view = new Map<string, string>()
  for (const [whose, of] of Object.entries(cases))
    for (const { path } of READS) {
      const about = FIXTURES[path]?.about
      // A list takes nobody's ids: once is enough.
      if (!reads(path) || (whose !== FIRST && about !== 'case' && about !== 'handoff')) continue
      await hold()
      const input = FIXTURES[path]?.input({ stage, hat, situation, of, requestId: of.episodeId })
      const given = await ask(stage, { kind: 'hat', hat }, path, input)
      const told =
        given.kind === 'answered'
          ? given.answer
          : given.kind === 'refused'
            ? { code: given.error.code, details: given.error.details, fields: given.error.fields }
            : { broken: String(given.error) }
      view.set(`${path} with ${whose}`, plain(told, cases))
    }
  return view
}

/** Where two views differ: the procedure, and what was told in either. */
export function differences(
  one: View,
  other: View,
  strip: (path: string, text: string) => string = (_, text) => text,
): string[] {
  return [...one].flatMap(([path, text]) => {
    const there = other.get(path) ?? 'nothing'
    const [mine, theirs] = [strip(path, text), strip(path, there)]
    if (mine === theirs) return []
    const at = [...mine].findIndex((sign, index) => sign !== theirs[index])
    const from = Math.max(0, at - 80)
    return [`${path}: …${mine.slice(from, at + 120)}… and …${theirs.slice(from, at + 120)}…`]
  })
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Where a page of the trail ends: by the clock of the machine, whatever the story's clock says. */
const END_OF_PAGE = /"next":\{"at":"[^"]*"/g
/** Since when entries wait for their seal: by the clock of the machine as well. */
const NOT_SEALED = /"notSealedSince":"[^"]*"/g
/** What one partner gives the other to be found by: drawn anew in each world. */
const CODE = /"code":"[0-9A-Z]{4}-[0-9A-Z]{4}"/g
/** Who of one's own service has the item open too: those who look here one after the other. */
const LOOKERS = /"alsoHere":\[[^\]]*\]/g
const INSTANT = /(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}(?:\.\d+)?(?:Z|\+00:00)?/g

function plain(told: unknown, cases: Readonly<Record<string, StoredCase>>): string {
  let text = JSON.stringify(told) ?? 'undefined'
  for (const [whose, of] of Object.entries(cases)) {
    text = text.replaceAll(of.familyName, `<${whose}>`).replaceAll(of.number, `<number of ${whose}>`)
    text = text.replaceAll(of.episodeId, `<case ${whose}>`).replaceAll(of.personId, `<person ${whose}>`)
  }
  const ids = new Map<string, string>()
  for (const [id] of text.matchAll(ID)) if (!ids.has(id)) ids.set(id, `<id ${ids.size}>`)
  return text
    .replaceAll(LOOKERS, '"alsoHere":"<who looks>"')
    .replaceAll(NOT_SEALED, '"notSealedSince":"<then>"')
    .replaceAll(CODE, '"code":"<code>"')
    .replaceAll(END_OF_PAGE, '"next":{"at":"<then>"')
    .replaceAll(INSTANT, '$1')
    .replaceAll(ID, (id) => ids.get(id) ?? id)
    .replaceAll(/Kestrel\d{5}/g, '<somebody>')
    .replaceAll(/\bK\d{5}\b/g, '<number>')
}
