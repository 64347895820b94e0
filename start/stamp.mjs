import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that hold nothing that was written by hand. */
const NOT_SOURCES = new Set(['node_modules', '.next', '.turbo', '.git', '.throughcare', 'generated', 'test-results'])
/** Files that no build reads, and those that building itself writes beside the sources. */
const NOT_BUILT = /\.(test|spec)\.[cm]?tsx?$|\.md$|^next-env\.d\.ts$|\.tsbuildinfo$/

/**
 * One hash over the files that decide a result: their paths and their bytes, and the versions that they are used with.
 *
 * @param {string} root
 * @param {string[]} places files and folders below root; those that are not there count as empty
 * @param {string[]} versions
 * @returns {string}
 */
export function hashSources(root, places, versions = []) {
  const hash = createHash('sha256').update(JSON.stringify(versions))
  for (const file of places.flatMap((place) => listFiles(root, place)).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** @param {string} root @param {string} place @returns {string[]} */
function listFiles(root, place) {
  if (!existsSync(join(root, place))) return []
  try {
    return readdirSync(join(root, place), { withFileTypes: true }).flatMap((entry) => {
      const path = `${place}/${entry.name}`
      if (entry.isDirectory()) return NOT_SOURCES.has(entry.name) ? [] : listFiles(root, path)
      return entry.isFile() && !NOT_BUILT.test(entry.name) ? [path] : []
    })
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [place]
    throw error
  }
}

/**
 * Does the work unless its stamp says that it was done for the same sources. The stamp is taken away first and written last,
 * and lies with the result: work that was cut off, or a result that was deleted, is done again.
 *
 * @param {string} stampFile
 * @param {string} hash
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether the work was done now
 */
export async function unlessStamped(stampFile, hash, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false
  rmSync(stampFile, { force: true })
  await work()
  writeFileSync(stampFile, hash)
  return true
}
