import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { REPOSITORY_ROOT } from '../repository-root.ts'

/** One schema file as the engine takes it: its path, for messages, and its text. */
export interface SchemaFile {
  path: string
  content: string
}

const SCHEMA_FOLDER = 'prisma/schema'

/** The Prisma schema as it stands in the working tree, one file per noun, in the order of their names. */
export function readSchema(): SchemaFile[] {
  const folder = join(REPOSITORY_ROOT, SCHEMA_FOLDER)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: relative(REPOSITORY_ROOT, join(folder, name)),
      content: readFileSync(join(folder, name), 'utf8'),
    }))
}

/**
 * The Prisma schema as it was at a commit.
 *
 * @param commit anything that git understands as one: `HEAD`, a tag, a hash
 * @throws when git does not know the commit; a commit from before the schema existed gives an empty list
 */
export function readSchemaAt(commit: string): SchemaFile[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: REPOSITORY_ROOT, encoding: 'utf8' })
  return git('ls-tree', '--name-only', commit, `${SCHEMA_FOLDER}/`)
    .split('\n')
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => ({ path, content: git('show', `${commit}:${path}`) }))
}
