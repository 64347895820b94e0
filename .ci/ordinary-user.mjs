import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { machinePath } from '../start/prepare.mjs'

/**
 * @typedef {object} User somebody who has just been given an account
 * @property {string} home
 * @property {number} [uid] absent when we are an ordinary user ourselves
 * @property {number} [gid]
 * @property {() => void} remove
 */

const FIRST_START_MS = 5 * 60_000
const SECOND_START_MS = 20_000
const STOP_MS = 10_000

/**
 * A newcomer's first minutes: a new account, a clone in its home, an environment of nothing but HOME and PATH, and `npm
 * start` from there until it is ready; then stop, and start again. What is committed is what is tried.
 *
 * @param {string} root
 * @param {string} logFolder
 * @returns {Promise<import('./run-vitest.mjs').Count>}
 */
export async function proveOrdinaryUser(root, logFolder) {
  const user = makeUser()
  /** @type {string[]} */
  const problems = []
  let passed = 0
  /** @param {string} what @param {boolean} holds @param {string} [found] */
  const expect = (what, holds, found = '') => {
    if (holds) passed += 1
    else problems.push(`${what}${found === '' ? '' : `: ${found}`}`)
  }
  try {
    const clone = cloneFor(user, root)
    for (const { name, limitMs } of [
      { name: 'first start', limitMs: FIRST_START_MS },
      { name: 'second start', limitMs: SECOND_START_MS },
    ]) {
      const started = runNpmStart(user, clone, join(logFolder, `ordinary-user-${name.replace(' ', '-')}.log`))
      const { origin, seconds } = await started.ready(limitMs)
      if (origin === null) keepLogs(clone, logFolder)
      expect(`${name} is ready within ${limitMs / 1000} s`, origin !== null, started.said().slice(-1500))
      if (origin !== null) {
        expect(`${name} took`, seconds * 1000 <= limitMs, `${seconds.toFixed(1)} s`)
        const { status } = await fetch(`${origin}/api/health/ready`)
        expect(`${name} answers that it is ready`, status === 200, String(status))
        process.stdout.write(`    ${name} as an ordinary user: ${seconds.toFixed(1)} s\n`)
      }
      expect(`${name} stops within ${STOP_MS / 1000} s`, await started.stop())
      if (user.uid !== undefined) {
        const left = listProcesses(user.uid)
        expect(`${name} leaves no process behind`, left.length === 0, left.join('; '))
      }
      if (origin === null) break
      if (name === 'second start') {
        expect(
          'second start installs and builds nothing',
          !/Installing|Building/.test(started.said()),
          started.said().slice(0, 600),
        )
      }
    }
  } finally {
    user.remove()
  }
  return { passed, failed: problems.length, problems }
}

/** The account goes, and what its start said in full must not go with it. @param {string} clone @param {string} logFolder */
function keepLogs(clone, logFolder) {
  const logs = join(clone, '.throughcare/log')
  if (existsSync(logs)) cpSync(logs, join(logFolder, 'ordinary-user'), { recursive: true })
}

/** @returns {User} */
function makeUser() {
  if (process.getuid?.() !== 0) {
    const home = mkdtempSync(join(tmpdir(), 'throughcare-home-'))
    return { home, remove: () => rmSync(home, { recursive: true, force: true }) }
  }
  const name = `throughcare-${process.pid}`
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', name])
  const [, , uid, gid, , home = ''] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? []
  return {
    home,
    uid: Number(uid),
    gid: Number(gid),
    remove: () => {
      for (const line of listProcesses(Number(uid))) {
        try {
          process.kill(Number.parseInt(line, 10), 'SIGKILL')
        } catch {
          // It has just ended by itself.
        }
      }
      execFileSync('userdel', ['--remove', '--force', name], { stdio: 'ignore' })
    },
  }
}

/** @param {User} user @param {string} root */
function cloneFor({ home, uid, gid }, root) {
  const clone = join(home, 'throughcare')
  // safe.directory: the machine that runs us may have checked the sources out as somebody else.
  execFileSync('git', ['-c', 'safe.directory=*', 'clone', '--quiet', '--depth', '1', `file://${root}`, clone])
  if (uid !== undefined && gid !== undefined) giveAll(clone, uid, gid)
  return clone
}

/** @param {string} path @param {number} uid @param {number} gid */
function giveAll(path, uid, gid) {
  lchownSync(path, uid, gid)
  if (!lstatSync(path).isDirectory()) return
  for (const entry of readdirSync(path)) giveAll(join(path, entry), uid, gid)
}

/** @param {User} user @param {string} clone @param {string} logFile */
function runNpmStart({ home, uid, gid }, clone, logFile) {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { HOME: home, PATH: machinePath(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  })
  let text = ''
  const ended = new Promise((resolve) => child.once('close', resolve))
  /** @param {string} chunk */
  const hear = (chunk) => {
    text += chunk
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  return {
    said: () => text,
    /** @param {number} limitMs */
    ready: async (limitMs) => {
      while (performance.now() - began < limitMs && child.exitCode === null) {
        const origin = /ready at (http:\/\/\S+)/.exec(text)?.[1]
        if (origin !== undefined) return { origin, seconds: (performance.now() - began) / 1000 }
        await wait(100)
      }
      return { origin: null, seconds: (performance.now() - began) / 1000 }
    },
    /** As a Ctrl-C in a terminal: the whole foreground group hears it. */
    stop: async () => {
      try {
        process.kill(-(/** @type {number} */ (child.pid)), 'SIGINT')
      } catch {
        // It has ended already.
      }
      const inTime = await Promise.race([ended.then(() => true), wait(STOP_MS, false, { ref: false })])
      writeFileSync(logFile, text)
      return inTime
    },
  }
}

/** The living processes of a user, as "<pid> <command>". @param {number} uid @returns {string[]} */
function listProcesses(uid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (statSync(`/proc/${pid}`).uid !== uid) return []
        if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return []
        return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`]
      } catch {
        return []
      }
    })
}
