import { expect, it } from 'vitest'
import { newId } from './uuid.ts'

it('makes ids that sort in the order in which they were made, also within one millisecond', () => {
  const made = Array.from({ length: 20_000 }, () => newId())
  expect(made.findIndex((id, index) => id <= (made[index - 1] ?? ''))).toBe(-1)
  expect(new Set(made).size).toBe(made.length)
})

it('keeps the order for a given instant, and for more ids than one millisecond has numbers', () => {
  const made = Array.from({ length: 9_000 }, () => newId(1_774_512_000_000))
  expect(made.findIndex((id, index) => id <= (made[index - 1] ?? ''))).toBe(-1)
})

it('makes a UUIDv7 of the instant', () => {
  const id = newId(1_774_512_000_000)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(newId(1_774_512_060_000).replaceAll('-', '').slice(0, 12), 16)).toBe(1_774_512_060_000)
})
