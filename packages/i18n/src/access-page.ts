import {
  CATEGORIES,
  type Category,
  GRANTS,
  type Grant,
  type Relation,
  type RelationOrNone,
  type Role,
} from '@throughcare/domain/access/access-codes'
import {
  CATEGORIES_HIDDEN_FROM,
  CATEGORIES_OF_AREA,
  categoriesFor,
  writableFor,
} from '@throughcare/domain/access/categories-of-area'
import { grantOfCategory, ROLES_OF_GRANT } from '@throughcare/domain/access/grants'
import { AREAS } from '@throughcare/domain/checklist/areas'
import { ROLES_OF_KIND, SERVICE_KINDS, type ServiceKind } from '@throughcare/domain/service/service-kinds'
import { actionsPart } from './access-page-actions.ts'
import { CATEGORY, FOR, GRANT, inWords, KIND, NEVER, RELATION, ROLE } from './access-page-words.ts'

const BEGINS = `# Who may see what, and do what

For clinicians and auditors. This page is made from the tables that decide it (packages/domain/src/access): the ones that use cases
ask, that pages read their buttons from, and that row level security in PostgreSQL is held against, cell by cell, in
packages/api/matrix. A test fails when the page says something else. To make it again:
\`node_modules/.bin/node packages/i18n/src/write-access-page.ts\`.

How to read it:

- **Who** is the role of somebody at a kind of service. Whoever has several roles acts in one of them at a time.
- **Part** is how that service stands to the case:
${(Object.keys(RELATION) as Relation[]).map((relation) => `  - *${RELATION[relation].called}*: ${RELATION[relation].means}`).join('\n')}
- A service with no part in a case learns nothing of it, not even that there is one.
- **Kind of information** is what a row of the record is about. What is closed to somebody is absent: no masked field, no empty
  heading, no count.
- A community service sees of a case what was handed over to it, and never more than its kind may see.
- A manager writes nothing of a case but what the actions at the end of this page name.
`

const PARTS = ['own', 'offered', 'accepted', 'closing', 'break-glass'] as const satisfies readonly Relation[]

/** docs/access.md: the tables of who may see and do what as a page, for whoever does not read programs. */
export function accessPage(): string {
  const kinds = CATEGORIES.map((category) => sectionOf(category)).join('\n')
  return [
    BEGINS,
    `## Kinds of information\n\n${kinds}`,
    `## What nobody sees by rank\n\n${hidden()}\n${custody()}`,
    `## Grants\n\nGiven by name, beside the role. On any other role a grant is worth nothing, and the database does not store it there.\n\n${grants()}\n`,
    `## Actions\n\n${actionsPart()}`,
  ].join('\n')
}

function sectionOf(category: Category): string {
  const grant = grantOfCategory(category)
  const areas = AREAS.filter((area) => (CATEGORIES_OF_AREA[area] as readonly Category[]).includes(category))
  const travels =
    areas.length === AREAS.length
      ? 'Travels with every handoff.'
      : areas.length > 0
        ? `Travels with handoffs of: ${inWords(areas.map((area) => CATEGORY[area].called))}.`
        : 'Travels with no handoff by itself.'
  const needs = grant ? ` Nobody reads it without the grant *${GRANT[grant].called}*.` : ''
  const { called, means } = CATEGORY[category]
  return `### ${called}\n\n${means} ${travels}${needs}\n\n${tableOf(category)}\n`
}

/** Who reads and writes it, in which part: people of whom the same is true share a row. */
function tableOf(category: Category): string {
  const rows = new Map<string, { cells: string; role: Role; kinds: ServiceKind[] }>()
  for (const kind of SERVICE_KINDS)
    for (const role of ROLES_OF_KIND[kind]) {
      const cells = PARTS.map((part) => cellOf(category, { role, kind, grants: GRANTS }, part)).join(' | ')
      if (!cells.includes('reads')) continue
      const key = `${role} ${cells}`
      rows.set(key, { cells, role, kinds: [...(rows.get(key)?.kinds ?? []), kind] })
    }
  const lines = [...rows.values()].map(
    ({ cells, role, kinds }) => `| ${ROLE[role]} ${FOR} ${inWords(kinds.map((kind) => KIND[kind]))} | ${cells} |`,
  )
  const head = PARTS.map((part) => RELATION[part].called).join(' | ')
  return [`| who | ${head} |`, `| --- |${' --- |'.repeat(PARTS.length)}`, ...lines].join('\n')
}

type Place = { role: Role; kind: ServiceKind; grants: readonly Grant[] }

/** Handed every area there is: what is left out then is never seen. */
function cellOf(category: Category, place: Place, part: (typeof PARTS)[number]): string {
  // Only a prison holds somebody.
  if (part === 'own' && place.kind !== 'prison-health') return NEVER
  if (isNeverAsked(place, part)) return NEVER
  if (!categoriesFor(place, part, AREAS).includes(category)) return NEVER
  return writableFor(place, part, AREAS).includes(category) && place.role !== 'manager' ? 'reads and writes' : 'reads'
}

/** Nothing is handed over to a prison: it holds, and it let go. */
const isNeverAsked = ({ kind }: Place, part: RelationOrNone): boolean =>
  kind === 'prison-health' && (part === 'offered' || part === 'accepted')

function hidden(): string {
  const closed = CATEGORIES_HIDDEN_FROM.manager.map((one) => CATEGORY[one].called)
  return `- An administrator sees no case at all.\n- A manager never sees: ${inWords(closed)}.`
}

function custody(): string {
  const closed = (kind: ServiceKind) =>
    CATEGORIES.filter(
      (category) => !categoriesFor({ role: 'caseworker', kind }, 'break-glass', AREAS).includes(category),
    )
  const names = (kind: ServiceKind) => inWords(closed(kind).map((category) => CATEGORY[category].called))
  return `
Custody staff (officers, security, the police) have no account, no page and no export. There is no role for them.

Never, whatever is handed over to them:

- ${KIND['prison-social-work']}: ${names('prison-social-work')}.
- ${KIND.probation}: ${names('probation')}.
- ${KIND.housing}: ${names('housing')}.
- ${KIND.benefits}: ${names('benefits')}.
- ${KIND['dosing-point']}: ${names('dosing-point')}.
- ${KIND.region}: no case and no person; suppressed figures only.
`
}

function grants(): string {
  return GRANTS.map((grant) => {
    const roles = inWords(ROLES_OF_GRANT[grant].map((role) => ROLE[role]))
    return `- **${GRANT[grant].called}** (${roles}): ${GRANT[grant].means}`
  }).join('\n')
}
