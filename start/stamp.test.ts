import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashSources, unlessStamped } from './stamp.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughcare-stamp-'))
  put('apps/web/page.tsx', 'page')
  put('pnpm-lock.yaml', 'lock')
})

afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const hash = (versions: string[] = []) => hashSources(root, ['apps/web', 'pnpm-lock.yaml', 'not/there'], versions)

describe('the hash of the sources', () => {
  test.each<[string, () => void, boolean]>([
    ['a changed page', () => put('apps/web/page.tsx', 'other'), true],
    ['a new page', () => put('apps/web/new.tsx', ''), true],
    ['a page with another name', () => put('apps/web/pages/page.tsx', 'page'), true],
    ['a changed lockfile', () => put('pnpm-lock.yaml', 'other'), true],
    ['a changed test', () => put('apps/web/page.test.ts', 'test'), false],
    ['what was built', () => put('apps/web/.next/out.js', 'out'), false],
    ['what Next writes beside the sources', () => put('apps/web/next-env.d.ts', 'out'), false],
    ['what tsc writes beside them', () => put('apps/web/tsconfig.tsbuildinfo', 'out'), false],
    ['what was installed', () => put('apps/web/node_modules/a/a.js', 'a'), false],
    ['a file elsewhere', () => put('docs/a.md', 'a'), false],
  ])('%s changes it: %s', (_, change, changes) => {
    const before = hash()
    change()
    expect(hash() !== before).toBe(changes)
  })

  test('another Node changes it', () => {
    expect(hash(['24.21.0'])).not.toBe(hash(['24.22.0']))
  })
})

describe('stamped work', () => {
  const work = (result: string) => () => Promise.resolve(put('out/result', result))
  const stamp = () => join(root, 'out/stamp')

  test('is done once for the same sources', async () => {
    expect(await unlessStamped(stamp(), 'a', work('1'))).toBe(true)
    expect(await unlessStamped(stamp(), 'a', work('2'))).toBe(false)
    expect(await unlessStamped(stamp(), 'b', work('3'))).toBe(true)
  })

  test('is done again when it was cut off', async () => {
    await unlessStamped(stamp(), 'a', work('1'))
    await expect(unlessStamped(stamp(), 'b', () => Promise.reject(new Error('cut off')))).rejects.toThrow()
    expect(existsSync(stamp())).toBe(false)
    expect(await unlessStamped(stamp(), 'a', work('1'))).toBe(true)
  })

  test('is done again when its result was deleted', async () => {
    await unlessStamped(stamp(), 'a', work('1'))
    rmSync(join(root, 'out'), { recursive: true })
    expect(await unlessStamped(stamp(), 'a', work('1'))).toBe(true)
  })
})
