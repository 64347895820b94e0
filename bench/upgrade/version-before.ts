import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { generateClient, install } from '../../start/prepare.mjs'

export type VersionBefore = { root: string; commit: string; remove: () => void }

const root = join(import.meta.dirname, '../..')
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

/**
 * The product as it was before the migrations that begin so: a clone of its own of the commit before the first of them, with its
 * packages installed.
 *
 * @throws Error where the history of the project is not there
 */
export async function prepareVersionBefore(series: string): Promise<VersionBefore> {
  const first = git('log', '--diff-filter=A', '--format=%H', '--', `prisma/migrations/${series}*`).split('\n').at(-1)
  if (!first) throw new Error(`the history tells of no migration ${series}: this proof needs a whole clone`)
  const commit = git('rev-parse', `${first}^`)
  const folder = mkdtempSync('/tmp/throughcare-before-')
  execFileSync('git', ['clone', '-q', '--no-checkout', '--shared', root, folder])
  execFileSync('git', ['checkout', '-q', commit], { cwd: folder })
  const workshop = { root: folder, logFolder: join(folder, 'test-results/log') }
  await install(workshop)
  await generateClient(workshop)
  return { root: folder, commit, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
