/**
 * Known holes in what is shipped. The registry that we build from has no audit service, so the list is kept here by hand, from
 * the advisories of the projects themselves, and a fence holds every shipped version against it.
 *
 *   npm run audit     the fence, and the registry's own audit where it has one
 */
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toolEnvironment } from '../start/prepare.mjs'
import { listShipped } from './licences.mjs'

/** @typedef {{ name: string, fixedIn: string, id: string, what: string }} Advisory */

/** The day on which somebody last looked for new ones. */
export const LOOKED_ON = '2026-11-22'

/** @type {Advisory[]} */
export const ADVISORIES = [
  { name: 'next', fixedIn: '16.0.7', id: 'CVE-2025-66478', what: 'code run through a malformed stream (React2Shell)' },
  { name: 'react-dom', fixedIn: '19.2.1', id: 'CVE-2025-55182', what: 'code run through a malformed stream' },
  { name: 'next', fixedIn: '16.2.5', id: 'CVE-2026-44578', what: 'requests forged through an upgrade to WebSocket' },
  { name: 'next', fixedIn: '16.2.6', id: 'CVE-2026-44579', what: 'denial of service by a resume header' },
  { name: 'next', fixedIn: '16.2.6', id: 'CVE-2026-44576', what: 'a poisoned cache of page streams' },
  { name: 'next', fixedIn: '16.2.6', id: 'CVE-2026-23870', what: 'denial of service by server components' },
  { name: 'next', fixedIn: '16.3.3', id: 'GHSA-2xp9-vwfh-vxw4', what: 'code run through the optimiser of pictures' },
  { name: 'next', fixedIn: '16.3.3', id: 'CVE-2026-75604', what: 'code run on Windows' },
  { name: '@trpc/server', fixedIn: '11.1.1', id: 'CVE-2025-43855', what: 'a WebSocket that ends the process' },
  { name: '@trpc/server', fixedIn: '11.8.0', id: 'CVE-2025-68130', what: 'prototype pollution through form data' },
  { name: 'next-auth', fixedIn: '4.24.12', id: 'GHSA-5jpx-9hw9-2fx4', what: 'letters to another address' },
  {
    name: 'next-auth',
    fixedIn: '4.24.15',
    id: 'GHSA-7rqj-j65f-68wh',
    what: 'letters to another address, by look-alike characters',
  },
  { name: 'nodemailer', fixedIn: '7.0.7', id: 'GHSA-mm7p-fcc7-pg87', what: 'letters to another address' },
  { name: 'nodemailer', fixedIn: '7.0.11', id: 'GHSA-rcmh-qjqh-p98v', what: 'denial of service by an address' },
  { name: 'nodemailer', fixedIn: '8.0.5', id: 'GHSA-vvjj-xcjg-gr5g', what: 'commands to the mail server' },
]

/**
 * The fence: no shipped version is older than the one that closed a known hole.
 *
 * @param {string} root
 * @returns {import('./text-fences.mjs').Verdict}
 */
export function checkAdvisories(root) {
  const shipped = listShipped(root)
  const named = new Set(shipped.map(({ name }) => name))
  return {
    examined: shipped.length,
    problems: [
      ...holesIn(shipped, ADVISORIES),
      // An advisory about nothing that is shipped looks like cover and is none.
      ...ADVISORIES.filter(({ name }) => !named.has(name)).map(({ name, id }) => `${id}: ${name} is not shipped`),
    ],
  }
}

/** @param {readonly { name: string, version: string }[]} shipped @param {readonly Advisory[]} advisories */
export function holesIn(shipped, advisories) {
  return shipped.flatMap(({ name, version }) =>
    advisories
      .filter((advisory) => advisory.name === name && isOlder(version, advisory.fixedIn))
      .map(({ id, what, fixedIn }) => `${name} ${version}: ${what} (${id}), closed in ${fixedIn}`),
  )
}

/** A preview of a version is older than the version. @param {string} version @param {string} other */
export function isOlder(version, other) {
  const [mine, theirs] = [version, other].map((text) => (text.split('-')[0] ?? '').split('.').map(Number))
  for (let at = 0; at < 3; at += 1) {
    const difference = (mine?.[at] ?? 0) - (theirs?.[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return version.includes('-') && !other.includes('-')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const { examined, problems } = checkAdvisories(root)
  console.log(
    `${examined} shipped packages held against ${ADVISORIES.length} known holes, last looked for on ${LOOKED_ON}.`,
  )
  for (const problem of problems) console.log(`  ${problem}`)
  const audit = spawnSync('npx', ['-y', '-p', 'pnpm@12.21.0', 'pnpm', 'audit', '--prod'], {
    cwd: root,
    env: toolEnvironment(),
    encoding: 'utf8',
  })
  const said = `${audit.stdout}${audit.stderr}`
  const hasNone = /AUDIT_BAD_RESPONSE|AUDIT_ENDPOINT|ENOTFOUND|ECONNREFUSED/.test(said)
  console.log(hasNone ? 'The registry has no audit service, or is out of reach: it examined nothing.' : said.trim())
  process.exitCode = problems.length > 0 || (!hasNone && audit.status !== 0) ? 1 : 0
}
