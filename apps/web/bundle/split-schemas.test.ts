import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import splitSchemas from './split-schemas.mjs'

const domain = fileURLToPath(new URL('../../../packages/domain/src/', import.meta.url))
const files = globSync('**/*.ts', { cwd: domain }).filter((file) => !file.endsWith('.test.ts'))

const split = (file: string, query: '' | '?schemas') =>
  stripTypeScriptTypes(
    splitSchemas.call({ resourcePath: domain + file, resourceQuery: query }, readFileSync(domain + file, 'utf8')),
  )
const exportsOf = (code: string) =>
  [
    ...[...code.matchAll(/^export (?:const|function|class|async function) ([\w$]+)/gm)].map(
      ([, name]) => name as string,
    ),
    ...[...code.matchAll(/^export \{ ([^}]*) \} from/gm)].flatMap(([, names = '']) => names.split(', ')),
  ].sort()

it('examines every file of the domain', () => {
  expect(files.length).toBeGreaterThan(100)
})

it.each(files)('%s gives the same names as before', (file) => {
  const before = stripTypeScriptTypes(readFileSync(domain + file, 'utf8'))
  expect(exportsOf(split(file, ''))).toEqual(exportsOf(before))
})

it('leaves zod out of a list of codes, and hands its schema on', () => {
  const areas = split('checklist/areas.ts', '')
  expect(areas).not.toContain("'zod'")
  expect(areas).toContain("export { Area } from './areas.ts?schemas'")
  expect(split('checklist/areas.ts', '?schemas')).toContain('export const Area = z.enum(')
})

it('lets a function that parses take the schema from the other half', () => {
  expect(split('calendar/zone.ts', '')).toMatch(/^import \{ [^}]*Zone[^}]* \} from '\.\/zone\.ts\?schemas'$/m)
})
