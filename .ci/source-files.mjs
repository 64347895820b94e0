import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where our own text is. */
const PLACES = ['.ci', 'apps', 'bench', 'e2e', 'packages', 'prisma', 'start']
const NOT_OURS = new Set(['node_modules', '.next', '.turbo', 'generated', 'test-results', 'playwright-report'])

/**
 * @typedef {object} SourceFile
 * @property {string} path below the root, with forward slashes
 * @property {() => string} read
 */

/**
 * Every file of ours, whether git knows it yet or not.
 *
 * @param {string} root
 * @param {RegExp} [name] which of them
 * @returns {SourceFile[]}
 */
export function listSourceFiles(root, name = /./) {
  const here = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = [...here.map((entry) => entry.name), ...PLACES.flatMap((place) => listBelow(root, place))]
  return paths
    .filter((path) => name.test(path))
    .map((path) => ({ path, read: () => readFileSync(join(root, path), 'utf8') }))
}

/** @param {string} root @param {string} folder @returns {string[]} */
function listBelow(root, folder) {
  /** @type {import('node:fs').Dirent[]} */
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : listBelow(root, path)
    return entry.isFile() && entry.name !== 'next-env.d.ts' ? [path] : []
  })
}
