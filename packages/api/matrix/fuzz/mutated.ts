import fc from 'fast-check'
import { hostile } from './hostile.ts'

/** A change to an input: where, and what stands there instead. */
export type Change = { at: number; what: 'value' | 'gone' | 'more' | 'swap'; value: unknown }

/** One to three changes; the first one decides how deep an input that is good otherwise gets. */
export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    what: fc.constantFrom('value', 'value', 'value', 'gone', 'more', 'swap'),
    value: hostile,
  }),
  { minLength: 0, maxLength: 3 },
)

/** Keys that nobody may send along. */
const MORE_KEYS = ['__proto__', 'constructor', 'serviceId', 'ownerId', 'role', 'version', 'status', 'createdBy', 'demo']

type Place = { parent: Record<string, unknown>; key: string }

/** The input with the changes made, on a copy. */
export function changed(input: unknown, made: readonly Change[]): unknown {
  let copy = structuredClone(input)
  for (const { at, what, value } of made) {
    const places = placesIn(copy)
    const place = places[at % Math.max(1, places.length)]
    if (!place) {
      copy = value
      continue
    }
    const { parent, key } = place
    if (what === 'gone') delete parent[key]
    else if (what === 'more')
      Object.defineProperty(parent, MORE_KEYS[at % MORE_KEYS.length] ?? '', {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      })
    else parent[key] = what === 'swap' ? (places[(at * 7) % places.length]?.parent[key] ?? value) : value
  }
  return copy
}

/** Every place in a plain value at which something stands. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  const proto = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && !Array.isArray(value)) return []
  const parent = value as Record<string, unknown>
  return Object.keys(parent)
    .slice(0, 20)
    .flatMap((key) => [{ parent, key }, ...(DEPTH.has(key) ? [] : placesIn(parent[key]))])
}

/** Keys of values made to be deep: nobody walks into them. */
const DEPTH: ReadonlySet<string> = new Set(['inner', '0'])
