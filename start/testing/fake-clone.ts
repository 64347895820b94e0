import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installStamp } from '../prepare.mjs'

export const ROOT = resolve(import.meta.dirname, '../..')

/** The Node that npm runs with, which may be as old as 20; the tests themselves run with the product's. */
export const MACHINE_NODE = process.env.npm_node_execpath ?? process.execPath

/** The web server of a fake clone: ready at once, and says what it was given. */
const FAKE_WEB = `
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
createServer((request, response) => {
  const { DATABASE_URL, DATABASE_OWNER_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, THROUGHCARE_DEMO, NODE_ENV, TZ } = process.env
  const given = { DATABASE_URL, DATABASE_OWNER_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, THROUGHCARE_DEMO, NODE_ENV, TZ }
  if (request.url === '/crash') process.exit(3)
  response.end(JSON.stringify({ pid: process.pid, given }))
}).listen(Number(process.env.PORT), process.env.HOST)
process.on('SIGTERM', () => {
  appendFileSync('../../stopped', 'web ')
  process.exit()
})
`
const FAKE_WORKER = `
import { appendFileSync } from 'node:fs'
process.on('SIGTERM', () => {
  appendFileSync('../../stopped', 'worker ')
  process.exit()
})
setInterval(() => {}, 1000)
`
/** Counts the builds. */
const FAKE_NEXT = `
const { appendFileSync, mkdirSync } = require('node:fs')
mkdirSync('.next', { recursive: true })
appendFileSync('../../builds', 'x')
`

/**
 * A folder that start.mjs takes for a clone: the real start, packages and migrations, with a web server and a worker of a
 * few lines and a build that does nothing. What is tested is the supervision, in seconds and not in minutes.
 */
export function makeFakeClone(): { root: string; remove: () => Promise<void> } {
  // In /tmp by name and open to all: the database's account must reach it.
  const root = mkdtempSync('/tmp/throughcare-start-')
  chmodSync(root, 0o755)
  for (const name of ['prisma', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    symlinkSync(join(ROOT, name), join(root, name))
  }
  for (const name of ['start', 'start.mjs']) cpSync(join(ROOT, name), join(root, name), { recursive: true })
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'packages'))
  // By itself: a hash of the sources does not follow links, so that work on them does not change this clone.
  symlinkSync(join(ROOT, 'packages/db'), join(root, 'packages/db'))
  mkdirSync(join(root, 'node_modules'))
  symlinkSync(join(ROOT, 'node_modules/node'), join(root, 'node_modules/node'))
  const { stampFile, hash } = installStamp(root)
  writeFileSync(stampFile, hash)
  put('packages/api/src/access/print-first-link.ts', "console.log(process.env.NEXTAUTH_URL + '/first?key=1')")
  put('apps/web/server.ts', FAKE_WEB)
  put('apps/web/package.json', '{ "type": "module" }')
  put('apps/web/node_modules/next/dist/bin/next', FAKE_NEXT)
  put('apps/web/node_modules/next/package.json', '{ "type": "commonjs" }')
  put('apps/worker/src/main.ts', FAKE_WORKER)
  put('apps/worker/package.json', '{ "type": "module" }')
  const remove = async () => {
    // A test that failed half way has not stopped what it started.
    await Promise.all([...running].filter((child) => child.spawnargs.includes(join(root, 'start.mjs'))).map(stop))
    rmSync(root, { recursive: true, force: true })
  }
  return { root, remove }
}

const running = new Set<ChildProcess>()

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close')
  child.kill('SIGTERM')
  await ended
}

/** What a start has said so far, and its end. */
export interface Started {
  child: ChildProcess
  said: () => string
  /** Resolves with all it said when a line matches; rejects with it when the start ends first. */
  until: (line: RegExp) => Promise<string>
  /** Resolves when it has ended. */
  ended: Promise<{ code: number | null; said: string }>
}

/**
 * Runs start.mjs of a clone with nothing of our environment but the path and the home.
 */
export function runStart(root: string, env: NodeJS.ProcessEnv = {}): Started {
  const { PATH, HOME } = process.env
  const child = spawn(MACHINE_NODE, [join(root, 'start.mjs')], {
    cwd: root,
    env: { PATH, HOME, THROUGHCARE_DATA: join(root, '.throughcare'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: string) => {
    text += chunk
    for (const listener of listeners) listener()
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  const ended = new Promise<{ code: number | null; said: string }>((done) => {
    child.once('close', (code) => {
      running.delete(child)
      done({ code, said: text })
    })
  })
  const until = (line: RegExp) =>
    new Promise<string>((done, reject) => {
      const look = () => {
        if (line.test(text)) {
          listeners.delete(look)
          done(text)
        }
      }
      listeners.add(look)
      look()
      void ended.then(({ said, code }) => reject(new Error(`It ended with ${code} before saying ${line}:\n${said}`)))
    })
  return { child, said: () => text, until, ended }
}
