import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from './lock.mjs'
import { findProcessMark } from './process-mark.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughcare-lock-'))
  file = join(folder, 'running.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

const TAKE = `
import { takeLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)}
const taken = await takeLock(process.argv[1], 'http://localhost:1')
console.log('held' in taken ? 'held' : 'taken')
setInterval(() => {}, 1000)
`

/** Another process that tries to take the lock and then stays. */
async function takeElsewhere() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', TAKE, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  return {
    outcome: String(said).trim(),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

describe('the lock of a data folder', () => {
  test('tells a second start where the first one serves', async () => {
    const first = await takeElsewhere()
    expect(first.outcome).toBe('taken')
    expect(await takeLock(folder, 'http://localhost:2')).toMatchObject({ held: { url: 'http://localhost:1' } })
    await first.kill()
  })

  test('is taken over from a process that was killed', async () => {
    const first = await takeElsewhere()
    await first.kill()
    expect(existsSync(file)).toBe(true)
    expect(await takeLock(folder, 'http://localhost:2')).toHaveProperty('release')
  })

  test('is not mistaken for held when the number of a dead process has been given to another', async () => {
    const recycled = { pid: process.ppid, mark: 'another boot 1', url: 'http://localhost:1' }
    writeFileSync(file, JSON.stringify(recycled))
    expect(await takeLock(folder, 'http://localhost:2')).toHaveProperty('release')
  })

  test.each([
    ['an empty file', ''],
    ['half a file', '{"pid": 1'],
    ['not ours', '[]'],
  ])('survives %s', async (_, text) => {
    writeFileSync(file, text)
    expect(await takeLock(folder, 'http://localhost:2')).toHaveProperty('release')
  })

  test('goes to one of many starts at once, also over a dead one', async () => {
    const dead = await takeElsewhere()
    await dead.kill()
    const all = await Promise.all(Array.from({ length: 6 }, takeElsewhere))
    expect(all.map(({ outcome }) => outcome).sort()).toEqual(['held', 'held', 'held', 'held', 'held', 'taken'])
    await Promise.all(all.map(({ kill }) => kill()))
  })

  test('is given back, and by its holder only', async () => {
    const lock = await takeLock(folder, 'http://localhost:2')
    if (!('release' in lock)) throw new Error('It should be free.')
    lock.setUrl('http://localhost:3')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, url: 'http://localhost:3' })
    lock.release()
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'another')
    lock.release()
    expect(existsSync(file)).toBe(true)
  })
})

describe('the mark of a process', () => {
  test('is the same twice, and differs between two processes', () => {
    expect(findProcessMark(process.pid)).toBe(findProcessMark(process.pid))
    expect(findProcessMark(process.pid)).not.toBe(findProcessMark(process.ppid))
  })

  test('is null for a number that nobody has', () => {
    expect(findProcessMark(2 ** 22 + 1)).toBeNull()
  })
})
