import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES } from '@throughcare/i18n/locales'
import { readMessages } from '@throughcare/i18n/read-messages'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '..')
const source = (path: string) => readFileSync(join(SRC, path), 'utf8')
const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((path) => !path.endsWith('.test.ts'))

/**
 * What leaves as a page and carries no sentence, and why: it is the person's own, and tells no service anything of them.
 */
const THE_PERSONS_OWN = {
  'kept-dates/[keptDateId]': 'a letter in the voice of the person, for them to sign',
  'my-sharing': 'what they said may be shared, for them to take along: no illness, no treatment, no service by name',
  'who-saw-copy': 'their own copy of who looked at their record',
} as const

describe('the sentence of every handoff, print and export', () => {
  it('is put together in one place', () => {
    const others = files.filter((path) => source(path).includes("whatTravels.sentence'"))
    expect(others).toEqual(['handoff/carries-sentence.ts'])
  })

  it('stands on every handoff: where it is read, where it is offered, and on its sheet', () => {
    for (const path of ['handoff/handoff-content.tsx', 'handoff/what-travels.tsx'])
      expect([path, source(path).includes('carriesSentence(')]).toEqual([path, true])
    for (const path of ['handoff/resend-form.tsx', 'handoff/area-to-send.tsx'])
      expect([path, source(path).includes('<WhatTravels')]).toEqual([path, true])
  })

  it('stands on figures that leave, on paper and in a file', () => {
    expect(source('figure-export/get-csv-words.ts')).toContain('carriesSentence(')
  })

  it('stands on every page that is printed, but for what is the person’s own', () => {
    const printed = files.filter((path) => path.startsWith('app/(print)/') && path.endsWith('/page.tsx'))
    expect(printed.length).toBeGreaterThan(3)
    const without = printed.filter((path) => !/carriesSentence\(|printSheet\(|getCsvWords\(/.test(source(path)))
    const own = Object.keys(THE_PERSONS_OWN)
    expect(without.filter((path) => !own.some((part) => path.includes(part)))).toEqual([])
    expect(own.filter((part) => !without.some((path) => path.includes(part)))).toEqual([])
  })

  it.each(LOCALES)(
    'says in %s that nothing else is included, whether or not it exists, and never that something is withheld',
    (locale) => {
      const words = readMessages(locale)
      const pack = (words['person-print'] as Record<string, string>).carries ?? ''
      expect(pack).toContain('{what}')
      expect(pack.length).toBeGreaterThan('{what}'.length + 40)
      const handoff = words.handoff as { whatTravels: { sentence: string } } | undefined
      if (handoff) expect(handoff.whatTravels.sentence).toContain('{list}')
      if (locale === 'en') {
        expect(handoff?.whatTravels.sentence).toBe(
          'Carries: {list}. Other kinds of information are not included, whether or not they exist.',
        )
        expect(JSON.stringify(words.handoff)).not.toMatch(/withheld/i)
      }
    },
  )
})
