import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INPUT_SCHEMAS } from './input-schemas.ts'

/** No text may hold the process up for longer: everybody waits behind it. */
const LONGEST_MS = 50
const CHARACTERS = 50_000
const ROOT = join(import.meta.dirname, '../../..')

/** Texts that patterns which try too many ways choke on: one kind of character for long, and then the wrong one. */
const PROBES = [
  ...[...'a0 -.@,\t'].map((each) => `${each.repeat(CHARACTERS - 1)}!`),
  ...['a ', 'a-', '0.', 'a@a.', ' \t', '\r\n', 'aA0', '🙂'].map(
    (pair) => `${pair.repeat(CHARACTERS / pair.length - 1)}\u0000`,
  ),
  `${'a'.repeat(60)}@${'a-'.repeat(CHARACTERS / 2 - 40)}`,
]

/** The best of three: a machine that is busy with something else is no fault of the pattern. */
function millisecondsOf(work) {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const began = performance.now()
      work()
      return performance.now() - began
    }),
  )
}

/** Only what was slow is tried again. */
function isQuick(work) {
  const began = performance.now()
  work()
  return performance.now() - began < LONGEST_MS || millisecondsOf(work) < LONGEST_MS
}

/** Patterns as they stand in the sources, with the file that each is from; those of the start read what programs of ours say. */
function patternsIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .filter((entry) => !/node_modules|generated|\/testing|db\/src\/(cluster|migrate)/.test(entry.parentPath))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const found = readFileSync(path, 'utf8').matchAll(
        /(?:[=(,:?|&!]|=>|return)\s*\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]:?]|$)/gm,
      )
      return [...found].flatMap(([, source = '', flags = '']) => {
        // What stands in a comment or a path looks like a pattern and is none.
        try {
          return [[`${path.slice(ROOT.length + 1)}: /${source}/`, new RegExp(source, flags.replace(/[gy]/g, ''))]]
        } catch {
          return []
        }
      })
    })
}

describe('C08: no text holds the process up', () => {
  it('in any pattern of ours', () => {
    const patterns = [
      'packages/domain/src',
      'packages/api/src',
      'packages/db/src',
      'apps/web/src',
      'apps/worker/src',
    ].flatMap(patternsIn)
    expect(patterns.length).toBeGreaterThan(60)
    const slow = patterns.filter(([, pattern]) => PROBES.some((text) => !isQuick(() => pattern.test(text))))
    expect(slow.map(([where]) => where)).toEqual([])
  }, 120_000)

  it('finds one that would', () => {
    expect(isQuick(() => /^(a+)+$/.test(`${'a'.repeat(26)}!`))).toBe(false)
  })

  it.each(Object.entries(INPUT_SCHEMAS))('in any field of %s', (_action, { schema, takes }) => {
    const slow = []
    for (const [field, value] of Object.entries(takes))
      if (typeof value === 'string')
        for (const text of PROBES)
          if (!isQuick(() => schema.safeParse({ ...takes, [field]: text }))) slow.push(`${field}: ${text.slice(0, 8)}…`)
    expect(slow).toEqual([])
  })

  it('nor do texts put together at random', () => {
    const schemas = Object.values(INPUT_SCHEMAS).filter(({ takes }) =>
      Object.values(takes).some((value) => typeof value === 'string'),
    )
    const pieces = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(pieces, fc.constantFrom(...schemas), (parts, { schema, takes }) => {
        const text = parts.join('').repeat(CHARACTERS).slice(0, CHARACTERS)
        const [field] = Object.entries(takes).find(([, value]) => typeof value === 'string') ?? ['']
        expect(isQuick(() => schema.safeParse({ ...takes, [field]: text }))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
