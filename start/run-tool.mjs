import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { explainFailure, Refused } from './refused.mjs'

/** Enough of a tool's last words to say why it failed. */
const KEPT_CHARACTERS = 20_000

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Runs a program to its end. What it says goes to a log file; when it fails, the error is a sentence made from its last words.
 *
 * It gets a process group of its own, so that a Ctrl-C ends it through {@link stopTools} with all that it has started.
 *
 * @param {object} tool
 * @param {string} tool.doing "Installing packages", begins the sentence
 * @param {string} tool.command
 * @param {string[]} tool.args
 * @param {string} tool.cwd
 * @param {NodeJS.ProcessEnv} tool.env
 * @param {string} tool.logFile
 * @param {(line: string) => void} [tool.onLine] sees each line as it comes
 * @returns {Promise<string>} what it wrote to standard output (its end, if that was long)
 */
export async function runTool({ doing, command, args, cwd, env, logFile, onLine = () => {} }) {
  mkdirSync(dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile, { mode: 0o600 })
  // A log that cannot be written must not hide what it would have said.
  log.on('error', () => {})
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  running.add(child)
  let output = ''
  let said = ''
  /** @param {string} chunk */
  const hear = (chunk) => {
    output = (output + chunk).slice(-KEPT_CHARACTERS)
    log.write(chunk)
    for (const line of chunk.split('\n')) if (line.trim() !== '') onLine(line.trim())
  }
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said = (said + chunk).slice(-KEPT_CHARACTERS)
    hear(chunk)
  })
  child.stderr.setEncoding('utf8').on('data', hear)
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (code !== 0) throw new Refused(explainFailure({ doing, code, output, logFile, folder: cwd }))
    return said
  } finally {
    running.delete(child)
    log.end()
  }
}

/** Ends every tool that still runs, with what it has started. */
export function stopTools() {
  for (const child of running) {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGTERM')
    } catch {
      // It has just ended by itself.
    }
  }
}
