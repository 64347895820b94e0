import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readMessages, type Words } from './read-messages.ts'

const DOMAIN = join(import.meta.dirname, '../../domain/src')
/** `<noun>.<field>.<fault>` as a schema of packages/domain says it. */
const FAULT = /'([a-z]+(?:-[a-z]+)*\.[a-z][A-Za-z]*\.[a-z][A-Za-z-]*)'/g

function isSaid(words: Words, key: string): boolean {
  const found = key
    .split('.')
    .reduce<Words | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), words)
  return typeof found === 'string'
}

it.each(['en', 'nb'] as const)(
  '%s says what is wrong with a field, in words of its own or in general ones',
  (locale) => {
    const words = readMessages(locale)
    const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.ts$/.test(file),
    )
    const faults = new Set(
      files.flatMap((file) =>
        [...readFileSync(join(DOMAIN, file), 'utf8').matchAll(FAULT)].map(([, fault]) => String(fault)),
      ),
    )
    const silent = [...faults].filter(
      (fault) => !isSaid(words, fault) && !isSaid(words, `form.fault.${fault.slice(fault.lastIndexOf('.') + 1)}`),
    )
    expect(silent).toEqual([])
    expect(faults.size).toBeGreaterThan(200)
  },
)
