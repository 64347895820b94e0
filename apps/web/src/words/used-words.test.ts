import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMessages, type Words } from '@throughcare/i18n/read-messages'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../', import.meta.url))
const files = globSync('**/*.{ts,tsx}', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'))
const messages = readMessages('en') as Words

/** `const t = await getTranslations('handoff')`, alone or in a list of promises. */
const TRANSLATOR = /\b(\w+)\s*=\s*(?:await\s+)?(?:getTranslations|useTranslations)\(\s*(?:'([\w.-]+)')?\s*\)/g
const SEVERAL = /const\s*\[([^\]]+)\]\s*=\s*await\s+Promise\.all\(\[([\s\S]*?)\]\)/g

function translatorsOf(source: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const note = (name: string, noun: string) => found.set(name, [...(found.get(name) ?? []), noun])
  for (const [, name, noun = ''] of source.matchAll(TRANSLATOR)) note(name as string, noun)
  for (const [, names = '', promises = ''] of source.matchAll(SEVERAL)) {
    const parts = promises.split(/,(?![^(]*\))/).map((part) => part.trim())
    for (const [index, name] of names.split(/,(?![^{]*\})/).entries()) {
      const noun = /^getTranslations\('([\w.-]+)'\)/.exec(parts[index] ?? '')?.[1]
      if (noun) note(name.trim(), noun)
    }
  }
  return found
}

/** Without comments, which show examples. */
function sourceOf(file: string): string {
  return readFileSync(folder + file, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '')
}

function has(key: string): boolean {
  let words: string | Words | undefined = messages
  for (const part of key.split('.')) words = typeof words === 'object' ? words[part] : undefined
  return typeof words === 'string'
}

it('every word that a page asks for by a fixed key is there', () => {
  const missing: string[] = []
  let asked = 0
  for (const file of files) {
    const source = sourceOf(file)
    for (const [name, nouns] of translatorsOf(source))
      for (const [, key] of source.matchAll(new RegExp(`(?<![.\\w])${name}(?:\\.rich)?\\(\\s*'([\\w.-]+)'`, 'g'))) {
        asked += 1
        if (!nouns.some((noun) => has(noun ? `${noun}.${key}` : (key as string))))
          missing.push(`${file}: ${nouns.join('|')}.${key}`)
      }
    for (const [, noun, key] of source.matchAll(/pageTitle\('([\w.-]+)',\s*'([\w.-]+)'\)/g)) {
      asked += 1
      if (!has(`${noun}.${key}`)) missing.push(`${file}: ${noun}.${key}`)
    }
  }
  expect(asked).toBeGreaterThan(50)
  expect(missing).toEqual([])
})

it('every namespace that a page gives to its client components has a file', () => {
  const missing: string[] = []
  for (const file of files)
    for (const [, nouns = ''] of sourceOf(file).matchAll(/<Words nouns=\{\[([^\]]*)\]\}/g))
      for (const [, noun = ''] of nouns.matchAll(/'([\w-]+)'/g))
        if (!(noun in messages)) missing.push(`${file}: ${noun}`)
  expect(missing).toEqual([])
})
