import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explainFailure, findSentence, REFUSED_EXIT_CODE } from './refused.mjs'

const failure = (output: string, code = 1) =>
  explainFailure({ doing: 'Building', code, output, logFile: '/data/log/build.log', folder: '/data' })

describe('an error of the system becomes a sentence', () => {
  test('a disk that is really full', () => {
    let thrown: unknown
    try {
      // Linux's own full disk: every write to it fails as on a full one.
      writeFileSync('/dev/full', 'x')
    } catch (error) {
      thrown = error
    }
    expect(findSentence(thrown, '/data')).toMatch(/^The disk that holds .* is full: make room and start again\.$/)
  })

  test('a full disk that a tool met', () => {
    const { stderr } = spawnSync(process.execPath, ['-e', "require('fs').writeFileSync('/dev/full', 'x')"], {
      encoding: 'utf8',
    })
    expect(failure(stderr)).toBe('The disk that holds /data is full: make room and start again.')
  })

  test('a folder that cannot be written', () => {
    const error = Object.assign(new Error('denied'), { code: 'EACCES', path: '/data/log', syscall: 'mkdir' })
    expect(findSentence(error, '/data')).toMatch(/^\/data\/log cannot be written by this user: .*THROUGHCARE_DATA/)
  })

  test('a fault of our own stays a fault', () => {
    expect(findSentence(new TypeError('x is not a function'), '/data')).toBeNull()
  })
})

describe('what a tool said last becomes a sentence', () => {
  test.each<[string, string, number, RegExp]>([
    [
      'our own refusal',
      'noise\nSet DATABASE_OWNER_URL to the database.\n',
      REFUSED_EXIT_CODE,
      /^Set DATABASE_OWNER_URL to the database\.$/,
    ],
    [
      'npm without network',
      'npm error code ENOTFOUND\nnpm error network request to https://r failed',
      1,
      /package registry, and it cannot be reached/,
    ],
    [
      'pnpm without network',
      'ERR_PNPM_META_FETCH_FAIL  GET https://r/x: error',
      1,
      /package registry, and it cannot be reached/,
    ],
    ['PostgreSQL on a full disk', 'could not extend file: No space left on device', 1, /is full: make room/],
    [
      'anything else',
      'start\nType error: a is not b\nend',
      1,
      /^Building failed \(Type error: a is not b\): everything it said is in \/data\/log\/build\.log\.$/,
    ],
    [
      'npm, whose first words say it',
      'npm error code EINTEGRITY\nnpm error sha512 differs\nnpm error A complete log',
      1,
      /^Building failed \(npm error code EINTEGRITY\)/,
    ],
    ['silence', '', 1, /^Building failed \(no output\)/],
  ])('%s', (_, output, code, sentence) => {
    expect(failure(output, code)).toMatch(sentence)
    expect(failure(output, code).split('\n')).toHaveLength(1)
  })
})

describe('an old Node', () => {
  test('is named before anything else is tried', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughcare-old-node-'))
    const preload = join(folder, 'old.cjs')
    writeFileSync(preload, "Object.defineProperty(process.versions, 'node', { value: '18.20.0' })")
    const start = join(import.meta.dirname, '../start.mjs')
    expect(() => execFileSync(process.execPath, ['--require', preload, start], { stdio: 'pipe' })).toThrow(
      /This is Node 18\.20\.0, and Throughcare needs 20 or newer/,
    )
    rmSync(folder, { recursive: true })
  })
})
