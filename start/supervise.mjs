import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openLog } from './log-file.mjs'
import { say } from './progress.mjs'
import { explainFailure, REFUSED_EXIT_CODE, Refused } from './refused.mjs'

/**
 * @typedef {object} Program
 * @property {string} name as in "web stopped"
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile
 * @property {number} stopMs how long it may take to stop kindly
 */

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** Having run this long, a program has recovered and its next fault is a new one. */
const RECOVERED_MS = 60_000
/** A program that cannot even begin is given up, before anybody has been told that it is ready. */
const TRIES_BEFORE_READY = 3
const KEPT_CHARACTERS = 8_000

/** Runs programs, starts them again when they end, and stops them in the order in which they were given. */
export class Supervisor {
  /** @type {Map<string, { child: import('node:child_process').ChildProcess | null, timer: NodeJS.Timeout | null, tries: number, startedAt: number, output: string }>} */
  #states = new Map()
  /** @type {Program[]} */
  #programs = []
  #stopping = false
  #ready = false
  /** @type {(refusal: Refused) => void} */
  #giveUp

  /** @param {(refusal: Refused) => void} giveUp called once, when a program cannot be brought up */
  constructor(giveUp) {
    this.#giveUp = giveUp
  }

  /** From here on a fault is mended quietly for ever. */
  markReady() {
    this.#ready = true
  }

  /**
   * Starts a program and keeps it running.
   *
   * @param {Program} program
   * @param {(message: any) => void} [onMessage] what it sends over its IPC channel
   */
  keep(program, onMessage = () => {}) {
    this.#programs.push(program)
    this.#states.set(program.name, { child: null, timer: null, tries: 0, startedAt: 0, output: '' })
    this.#start(program, onMessage)
  }

  /** @param {Program} program @param {(message: any) => void} onMessage */
  #start(program, onMessage) {
    const state = this.#stateOf(program)
    mkdirSync(dirname(program.logFile), { recursive: true })
    const log = openLog(program.logFile)
    state.startedAt = performance.now()
    state.output = ''
    // A group of its own: a Ctrl-C in the terminal is ours alone, and we stop them in order. The channel ends with us, and
    // tells a program whose supervisor was killed to end as well.
    const child = spawn(program.command, program.args, {
      cwd: program.cwd,
      env: program.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    state.child = child
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      state.output = (state.output + chunk.toString('utf8')).slice(-KEPT_CHARACTERS)
      log.write(chunk)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('message', onMessage)
    child.once('error', (error) => hear(Buffer.from(`${error.message}\n`)))
    child.once('close', (code) => {
      log.end()
      state.child = null
      if (!this.#stopping) this.#mend(program, code, onMessage)
    })
  }

  /** @param {Program} program @param {number | null} code @param {(message: any) => void} onMessage */
  #mend(program, code, onMessage) {
    const state = this.#stateOf(program)
    state.tries = performance.now() - state.startedAt > RECOVERED_MS ? 1 : state.tries + 1
    if (!this.#ready && (code === REFUSED_EXIT_CODE || state.tries >= TRIES_BEFORE_READY)) {
      const { name: doing, logFile, cwd: folder } = program
      this.#giveUp(
        new Refused(explainFailure({ doing: `Starting ${doing}`, code, output: state.output, logFile, folder })),
      )
      return
    }
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (state.tries - 1), LONGEST_PAUSE_MS)
    say(`${program.name} stopped (code ${code}) and starts again in ${pause / 1000} s; its log is ${program.logFile}`)
    state.timer = setTimeout(() => this.#start(program, onMessage), pause)
  }

  /** Stops everything, last started first, each kindly and then at once. Resolves when all have ended. */
  async stop() {
    this.#stopping = true
    for (const program of [...this.#programs].reverse()) {
      const { child, timer } = this.#stateOf(program)
      if (timer !== null) clearTimeout(timer)
      if (child !== null) await stopChild(child, program.stopMs)
    }
  }

  /** Ends everything without waiting: the second Ctrl-C. */
  kill() {
    this.#stopping = true
    for (const { child } of this.#states.values()) child?.kill('SIGKILL')
  }

  /** @param {Program} program */
  #stateOf(program) {
    const state = this.#states.get(program.name)
    if (state === undefined) throw new Error(`${program.name} was never started.`)
    return state
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {number} stopMs */
async function stopChild(child, stopMs) {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs)
  await ended
  clearTimeout(timer)
}
