import superjson from 'superjson'
import { expect, it } from 'vitest'
import { answerOnTheWire } from './answer-on-the-wire.ts'

const sent = (answer: unknown): unknown =>
  answerOnTheWire.deserialize(JSON.parse(JSON.stringify(answerOnTheWire.serialize(answer))))

it.each<[string, unknown]>([
  ['plain', { a: [1, 'two', null, { b: true }], c: {} }],
  ['a date deep inside', { a: [{ at: new Date('2026-03-25T09:00:00Z') }] }],
  ['a map, a set and a large number', { a: new Map([['b', new Set([1n])]]) }],
  ['numbers that JSON does not know', [Number.NaN, Number.POSITIVE_INFINITY, -0]],
  ['nothing', undefined],
  ['nothing in a list', [undefined, 1]],
  ['null', null],
])('an answer comes as it went: %s', (_, answer) => {
  expect(sent(answer)).toEqual(answer)
  expect(sent(answer)).toEqual(superjson.parse(superjson.stringify(answer)))
})

it('a key that holds nothing is left out', () => {
  expect(sent({ a: undefined, b: 1 })).toEqual({ b: 1 })
})

it('an answer that is plain is not copied', () => {
  const answer = { a: [{ b: 1 }] }
  expect(answerOnTheWire.serialize(answer)).toStrictEqual({ json: answer })
  expect(answerOnTheWire.serialize(answer).json).toBe(answer)
})
