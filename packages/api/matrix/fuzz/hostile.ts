import fc from 'fast-check'

/** What browsers never send and attackers do. Each value once in a while in the place of any other. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  'half \udc00 a character',
  'name \u202Eeman',
  '\u200B\u2066hidden',
  `e${'\u0301'.repeat(500)}`,
  `'; drop table person; --`,
  `' or 1=1 --`,
  '%',
  '_%_',
  '\\',
  '$1',
  '{{constructor.constructor("return process")()}}',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '../../etc/passwd',
  '__proto__',
  'null',
  'NaN',
  '-1',
  '1e309',
  '2027-02-29',
  '2026-04-31',
  '0000-01-01',
  '9999-12-31',
  '275760-09-13',
  '2026-13-45T99:99',
  '00000000-0000-0000-0000-000000000000',
  'not-a-uuid',
  '💉'.repeat(5_000),
] as const

const NUMBERS = [
  -1,
  0.5,
  -0,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  Number.MIN_VALUE,
]

const INSTANTS = [
  new Date(Number.NaN),
  new Date(8.64e15),
  new Date(-8.64e15),
  new Date('0001-01-01T00:00:00Z'),
  new Date('2199-12-31T23:59:59.999Z'),
]

/** An object so deep that whoever walks it by recursion falls over. */
function deep(levels: number): unknown {
  let inner: unknown = 'bottom'
  for (let level = 0; level < levels; level += 1) inner = level % 2 === 0 ? [inner] : { inner }
  return inner
}

const polluting = (): unknown =>
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}')

const MEGABYTES_10 = 10_000_000

/** Any hostile value; the huge ones are rare, because they cost time and prove the same each time. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom(...INSTANTS) },
  { weight: 3, arbitrary: fc.constantFrom(null, undefined, true, 0n, [], {}, [[]], Symbol.iterator) },
  { weight: 1, arbitrary: fc.constantFrom(new Map([['a', 1]]), new Set([1]), /a/g, new Error('a'), () => 1) },
  { weight: 1, arbitrary: fc.constant(null).map(polluting) },
  { weight: 1, arbitrary: fc.constantFrom(100, 9_000).map(deep) },
  { weight: 2, arbitrary: fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom('x', 'é', '\u0000').map((letter) => letter.repeat(100_000)) },
  { weight: 1, arbitrary: fc.constant('y').map((letter) => letter.repeat(MEGABYTES_10)) },
)
