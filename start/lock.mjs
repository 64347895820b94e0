import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findProcessMark } from './process-mark.mjs'
import { Refused } from './refused.mjs'

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string | null} mark process-mark.mjs
 * @property {string} url where it serves, or will
 */

/**
 * @typedef {object} Lock
 * @property {(url: string) => void} setUrl once the port is known
 * @property {() => void} release
 */

const FILE_NAME = 'running.json'
const TRIES = 40
const PAUSE_MS = 50

/**
 * Takes the data folder for this process. The file is made with O_EXCL, so of two starts at once one gets it; a file whose
 * process is dead is taken over.
 *
 * @param {string} dataFolder
 * @param {string} url
 * @returns {Promise<{ held: Holder } | Lock>} `held` by another living process, or ours
 */
export async function takeLock(dataFolder, url) {
  mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 })
  const file = join(dataFolder, FILE_NAME)
  let own = describeSelf(url)
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      writeFileSync(file, own, { flag: 'wx', mode: 0o644 })
      return {
        setUrl: (found) => {
          own = describeSelf(found)
          writeFileSync(file, own)
        },
        release: () => releaseOwn(file, own),
      }
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') {
        // A full disk makes the file and cannot fill it.
        releaseOwn(file, '')
        throw error
      }
    }
    const text = readIfThere(file)
    const holder = parse(text)
    if (holder !== null && holder.mark !== null && findProcessMark(holder.pid) === holder.mark) return { held: holder }
    // Empty: just made by another start, which will have written it in a moment. Anything else is a dead process's.
    if (text !== '' || attempt > TRIES / 2) takeAway(file, text)
    await wait(PAUSE_MS)
  }
  throw new Refused(`${file} cannot be taken over: remove it and start again.`)
}

/** @param {string} url */
function describeSelf(url) {
  return JSON.stringify({ pid: process.pid, mark: findProcessMark(process.pid), url })
}

/** Removes the dead process's file, and puts it back if it turns out to be a quicker start's. @param {string} file @param {string | null} expected */
function takeAway(file, expected) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const found = readIfThere(aside)
  if (found !== expected && found !== null) {
    try {
      writeFileSync(file, found, { flag: 'wx' })
    } catch {
      // A third start has it by now; the next round sees it.
    }
  }
  rmSync(aside, { force: true })
}

/** @param {string} file @param {string} own */
function releaseOwn(file, own) {
  if (readIfThere(file) === own) rmSync(file, { force: true })
}

/** @param {string} file @returns {string | null} */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** @param {string | null} text @returns {Holder | null} */
function parse(text) {
  try {
    const holder = JSON.parse(text ?? '')
    return Number.isInteger(holder?.pid) && typeof holder?.url === 'string' ? holder : null
  } catch {
    return null
  }
}
