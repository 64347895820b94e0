import type { MigrationList } from '@prisma/schema-engine-wasm'

const TABLE = String.raw`(?:if exists\s+)?(?:only\s+)?"?(?:public\.)?(\w+)"?`
/** Of a table that was there before, each of these breaks a version that does not know of it. */
const TAKES_AWAY: readonly [what: string, pattern: RegExp][] = [
  ['drops the table', new RegExp(String.raw`\bdrop\s+table\s+${TABLE}`, 'gi')],
  ['drops a column of', new RegExp(String.raw`\balter\s+table\s+${TABLE}[^;]*?\bdrop\s+column\b`, 'gi')],
  ['renames', new RegExp(String.raw`\balter\s+table\s+${TABLE}[^;]*?\brename\b`, 'gi')],
  [
    'changes a type in',
    new RegExp(String.raw`\balter\s+table\s+${TABLE}[^;]*?\balter\s+column\s+\w+\s+(?:set\s+data\s+)?type\b`, 'gi'),
  ],
  ['demands a value in', new RegExp(String.raw`\balter\s+table\s+${TABLE}[^;]*?\bset\s+not\s+null\b`, 'gi')],
  [
    'adds a column that has to be given to',
    new RegExp(
      String.raw`\balter\s+table\s+${TABLE}[^;]*?\badd\s+column\s(?=[^,;]*\bnot\s+null\b)(?![^,;]*\b(?:default|generated)\b)`,
      'gi',
    ),
  ],
]
const DROPPED_FUNCTION = /\bdrop\s+function\s+(?:if\s+exists\s+)?([\w.]+)\s*\(/gi

/**
 * What migrations take away that the version before them uses, so that it cannot go on beside the new one: the new version adds, the
 * one after it clears away. A table that the same migrations made is theirs, and a function that they make again is there.
 *
 * @param from the name of the first migration that is looked at; those before it are the version before
 * @returns a sentence for each, in the order of the migrations
 */
export function findTakenAway({ migrationDirectories }: MigrationList, from: string): string[] {
  const scripts = migrationDirectories.flatMap(({ path, migrationFile: { content } }) =>
    path >= from && content.tag === 'ok' ? [{ path, script: withoutTexts(content.value) }] : [],
  )
  const all = scripts.map(({ script }) => script).join('\n')
  const isMade = (table: string) =>
    new RegExp(String.raw`\bcreate\s+table\s+(?:if not exists\s+)?"?${table}"?\b`, 'i').test(all)
  const isMadeAgain = (name: string) =>
    new RegExp(
      String.raw`\bcreate\s+(?:or\s+replace\s+)?function\s+${name.replace('.', String.raw`\.`)}\s*\(`,
      'i',
    ).test(all)
  return scripts.flatMap(({ path, script }) => [
    ...TAKES_AWAY.flatMap(([what, pattern]) =>
      [...script.matchAll(pattern)].flatMap(([, table = '']) => (isMade(table) ? [] : [`${path} ${what} ${table}`])),
    ),
    ...[...script.matchAll(DROPPED_FUNCTION)].flatMap(([, name = '']) =>
      isMadeAgain(name) ? [] : [`${path} drops the function ${name}`],
    ),
  ])
}

/** Without comments and quoted texts, in which words are no statements; bodies of functions stay. */
function withoutTexts(script: string): string {
  return script.replace(/--.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''")
}
