import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { INPUT_SCHEMAS } from './input-schemas.ts'

const SRC = join(import.meta.dirname, '../src')

it('every input that a procedure takes stands in INPUT_SCHEMAS, with a value', async () => {
  const known = new Set(Object.values(INPUT_SCHEMAS).map(({ schema }) => schema))
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const missing = []
  let seen = 0
  for (const file of files)
    for (const [name, value] of Object.entries(await import(join(SRC, file)))) {
      if (!name.endsWith('Input') || value?._zod?.def?.type === undefined) continue
      if (!['object', 'union'].includes(value._zod.def.type)) continue
      seen += 1
      if (!known.has(value)) missing.push(`${file}: ${name}`)
    }
  expect(missing).toEqual([])
  expect(seen).toBeGreaterThan(100)
})
