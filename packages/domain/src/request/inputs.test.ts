import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INPUT_SCHEMAS } from '../../testing/input-schemas.ts'

const SCHEMAS = Object.entries(INPUT_SCHEMAS)
/** `<noun>.<field>.<code>`: a key of the words, never a sentence. */
const MESSAGE_KEY = /^[a-z]+(-[a-z]+)*\.[a-z][A-Za-z]*(\.[a-z][A-Za-z-]*)+$/

/** What comes instead of what was asked for, tried on every field. */
const JUNK = [
  ...[null, undefined, true, {}, [], [{}], ['x'], -1, 0, 1.5, 2 ** 31, Number.NaN],
  ...['', ' ', 'x', '\u0000', '\ud800', 'a'.repeat(20_001), '1985-02-30', '9999-12-31', '275760-09-13', '25:00'],
  ...[new Date(Number.NaN), new Date(9e15), new Date('1000-01-01T00:00:00Z')],
]

describe.each(SCHEMAS)('what %s takes', (_action, { schema, takes, defaults = [] }) => {
  it('is taken, and parses to itself', () => {
    const once = schema.parse(takes)
    expect(schema.parse(once)).toEqual(once)
  })

  it('A08: holds no field that nobody asked for', () => {
    for (const extra of ['serviceId', 'version', 'status', 'createdBy', 'orgId', '__proto__x'])
      if (!(extra in takes)) {
        const found = schema.safeParse({ ...takes, [extra]: 'x' })
        expect(found.success ? [] : found.error.issues.map((issue) => issue.message)).toEqual(['request.field.unknown'])
      }
  })

  it('is refused without any of its fields, in words that we have', () => {
    for (const field of Object.keys(takes)) {
      const { [field]: _left, ...rest } = takes
      const found = schema.safeParse(rest)
      expect(found.success, field).toBe(defaults.includes(field))
    }
  })

  it('is refused with keys and never with sentences, whatever is sent', () => {
    for (const field of Object.keys(takes))
      for (const value of JUNK) {
        const found = schema.safeParse({ ...takes, [field]: value })
        if (!found.success) for (const issue of found.error.issues) expect(issue.message).toMatch(MESSAGE_KEY)
      }
    const fields = Object.keys(takes)
    fc.assert(
      fc.property(
        fc.constantFrom(...(fields.length > 0 ? fields : ['anything'])),
        fc.string({ unit: 'binary' }),
        (field, value) => {
          const found = schema.safeParse({ ...takes, [field]: value })
          if (!found.success) for (const issue of found.error.issues) expect(issue.message).toMatch(MESSAGE_KEY)
        },
      ),
      { numRuns: 50 },
    )
    for (const sent of [null, undefined, 'x', 7, []]) expect(schema.safeParse(sent).success).toBe(false)
  })
})

describe('a reason', () => {
  it.each<[string, object, string[]]>([
    ['handoff.reject', { reason: 'other', words: null }, ['handoff.words.missing']],
    ['handoff.reject', { reason: 'other', words: 'only on Thursdays' }, []],
    ['handoff.reject', { reason: 'because' }, ['handoff.reason.unknown']],
    ['handoff.revoke', { reason: 'other', words: null }, ['handoff.words.missing']],
    ['checklist.set-status', { status: 'not-needed', reason: null }, ['checklist.reason.missing']],
    ['checklist.set-status', { status: 'done', reason: null }, []],
    ['checklist.set-status', { status: 'retired' }, ['checklist.status.unknown']],
    ['outcome.record', { reason: 'lazy' }, ['outcome.reason.unknown']],
    ['outcome.record', { kind: 'died' }, ['outcome.kind.unknown']],
  ])('%s, %j', (action, other, messages) => {
    const { schema, takes } = INPUT_SCHEMAS[action] ?? { schema: null, takes: {} }
    const found = schema?.safeParse({ ...takes, ...other })
    expect(found?.success ? [] : found?.error.issues.map((issue) => issue.message)).toEqual(messages)
  })

  it('sends an area once', () => {
    const { schema, takes } = INPUT_SCHEMAS['handoff.send'] ?? { schema: null, takes: {} }
    const { handoffs } = takes as { handoffs?: unknown[] }
    expect(schema?.safeParse({ ...takes, handoffs: [...(handoffs ?? []), ...(handoffs ?? [])] }).success).toBe(false)
    expect(schema?.safeParse({ ...takes, handoffs: [] }).success).toBe(false)
  })
})
