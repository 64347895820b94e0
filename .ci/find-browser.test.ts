import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getBrowser } from './find-browser.mjs'

/** A clone in which nothing is installed, so that Playwright has no browser of its own either. */
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughcare-browser-'))
  vi.stubEnv('CHROMIUM_PATH', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

const find = (...systemBrowsers: string[]) => getBrowser(root, root, systemBrowsers)

describe('a browser for the journeys', () => {
  test('is the one that is named', async () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath)
    expect(await find('/nowhere')).toBe(process.execPath)
  })

  test('that is named and not there, is a sentence', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere')
    await expect(find(process.execPath)).rejects.toThrow(
      /^CHROMIUM_PATH is \/nowhere, where there is no browser: correct it/,
    )
  })

  test("is the system's", async () => {
    expect(await find('/nowhere', process.execPath)).toBe(process.execPath)
  })

  test('that cannot be found or installed, is a sentence', async () => {
    vi.stubEnv('PATH', '/nowhere')
    await expect(find('/nowhere')).rejects.toThrow(
      /^There is no Chromium .* install one .*, or name one with CHROMIUM_PATH\.$/,
    )
  })
})
