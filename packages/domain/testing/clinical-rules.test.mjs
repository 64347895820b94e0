import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Plain JavaScript, because packages/domain is type-checked without Node and this is its one test that reads files.
const root = join(import.meta.dirname, '../../..')
const RULE_ID =
  /\b(?:ACC|ARR|CAL|REL|DOSE|DEPOT|ROUTE|NAL|FIG|SUPPLY|CIR|LIST|PACK|OWN|OD|HOW|WH|PRN|DUE|GATE|ESC|PAR|CON|MERGE|RIGHT|SIM|OUT|NOW)-\d+\b/g
const FIELDS = ['- Says: ', '- Source: ', 'Mark: ', '- Local choices: ', '- Code: ', '- Approved: ', 'Review by: ']

const document = readFileSync(join(root, 'docs/clinical-rules.md'), 'utf8')
const sources = globSync('packages/domain/src/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** Entries of the document: id, and everything up to the next heading. */
const entries = document
  .split(/^### /m)
  .slice(1)
  .map((text) => ({ id: text.split(' ', 1)[0], text: text.split(/^## /m, 1)[0] }))

describe('docs/clinical-rules.md and the code', () => {
  it('both have rules to compare', () => {
    expect(entries.length).toBeGreaterThan(25)
    expect(sources.length).toBeGreaterThan(40)
  })

  it('name the same rules, each once', () => {
    const inCode = new Set(sources.flatMap(({ text }) => text.match(RULE_ID) ?? []))
    const inDocument = entries.map(({ id }) => id)
    expect(new Set(inDocument).size).toBe(inDocument.length)
    expect([...inCode].toSorted()).toEqual(inDocument.toSorted())
  })

  it.each(entries.map(({ id, text }) => [id, text]))('%s says all that a reviewer needs', (id, text) => {
    for (const field of FIELDS) expect(text).toContain(field)
    expect(text).toMatch(/Review by: \d{4}-\d{2}-\d{2}\./)

    const paths = text.match(/packages\/domain\/src\/[\w/-]+\.ts/g) ?? []
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) expect([path, sources.some((source) => source.path === path)]).toEqual([path, true])
    const named = sources
      .filter((source) => paths.includes(source.path))
      .flatMap(({ text: code }) => code.match(RULE_ID))
    expect(named).toContain(id)
  })
})
