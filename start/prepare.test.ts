import { describe, expect, test } from 'vitest'
import { machinePath } from './prepare.mjs'

describe('the PATH of the machine', () => {
  test.each([
    ['what npm adds for a script', '/clone/node_modules/.bin:/node_modules/.bin:/usr/bin:/bin', '/usr/bin:/bin'],
    [
      'what npm adds for building',
      '/usr/lib/node_modules/npm/node_modules/@npmcli/run-script/lib/node-gyp-bin:/usr/bin',
      '/usr/bin',
    ],
    [
      'nothing of the machine',
      '/usr/local/bin:/home/a/.local/bin:/home/a/node_modules_old/.bin',
      '/usr/local/bin:/home/a/.local/bin:/home/a/node_modules_old/.bin',
    ],
  ])('is without %s', (_, given, expected) => {
    expect(machinePath(given)).toBe(expected)
  })
})
