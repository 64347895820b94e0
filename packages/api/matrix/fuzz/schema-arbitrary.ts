import fc from 'fast-check'
import { hostile } from './hostile.ts'

/** The part of a zod 4 schema's definition that values are made from. */
type Definition = {
  type: string
  format?: string
  shape?: Record<string, Schema>
  element?: Schema
  keyType?: Schema
  valueType?: Schema
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  entries?: Record<string, string>
  values?: unknown[]
}
type Schema = { _zod: { def: Definition } }

/** Values of the form that a schema asks for, most of them, with hostile ones in some places. Throws for a form it does not know. */
export function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: arbitraryOfDefinition((schema as Schema)._zod.def) },
    { weight: 1, arbitrary: hostile },
  )
}

function arbitraryOfDefinition(def: Definition): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, of]) => [key, arbitraryOf(of)])))
    case 'array':
      return fc.array(arbitraryOf(def.element), { maxLength: 12 })
    case 'record':
      return fc.dictionary(arbitraryOf(def.keyType).map(String), arbitraryOf(def.valueType), { maxKeys: 8 })
    case 'nullable':
    case 'optional':
    case 'default':
      return fc.oneof(arbitraryOf(def.innerType), fc.constantFrom(null, undefined))
    case 'pipe':
      return arbitraryOf(def.in)
    case 'union':
      return fc.oneof(...(def.options ?? []).map(arbitraryOf))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer())
    case 'date':
      return fc.date({ min: new Date('1890-01-01'), max: new Date('2210-01-01'), noInvalidDate: false })
    case 'string':
      return stringOf(def.format)
    default:
      throw new Error(`matrix/fuzz/schema-arbitrary.ts makes no values of a "${def.type}" yet: add them`)
  }
}

function stringOf(format: string | undefined): fc.Arbitrary<string> {
  if (format === 'uuid' || format === 'guid') return fc.uuid()
  if (format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^20\d\d-(0[1-9]|1[0-2])$/),
    fc.constantFrom('yes', 'no', 'nb', 'GB', '2026-04-02T09:30', '+47 22 00 00 00'),
  )
}
