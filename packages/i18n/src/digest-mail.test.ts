import { DIGEST_COUNTS, type DigestCount, type DigestCounts } from '@throughcare/domain/gap/digest-causes'
import { describe, expect, it } from 'vitest'
import { digestMail } from './digest-mail.ts'
import { LOCALES } from './locales.ts'

const ORIGIN = 'https://throughcare.example.org'
const counts = (some: Partial<Record<DigestCount, number>> = {}): DigestCounts =>
  ({ ...Object.fromEntries(DIGEST_COUNTS.map((code) => [code, 0])), ...some }) as DigestCounts

/** Words of a treatment or of a place that gives one away, in both languages. */
const GIVES_AWAY =
  /dos(e|er|ing)|metha?d|bup|morphi|morfi|depot|naloxon|omt|lar\b|opioid|opiat|prescri|resept|pharmac|apotek|prison|fengsel|drug|rus|clinic|klinikk/i

describe('the digest as an e-mail', () => {
  it('says how many, by cause, and where to look', () => {
    expect(digestMail(counts({ 'place-shut': 14, 'not-worked-out': 2, 'could-leave-today': 7 }), 'en', ORIGIN)).toEqual(
      {
        subject: 'Throughcare: your board today',
        text: [
          'Coming days without cover, in the next 14 days:',
          '- A place is shut, or its hours are not confirmed: 14 people',
          '- Nobody has worked it out yet: fewer than 5 people',
          '',
          'Told apart, because they could leave on any day: 7 people',
          '',
          'Open the board: https://throughcare.example.org/gaps',
          '',
          'This message names nobody and no place. You can switch it off on the board.',
          '',
        ].join('\n'),
      },
    )
  })

  it('is in Norwegian for whoever reads it so, and in English for a language that is not known', () => {
    const mail = digestMail(counts({ 'to-arrange': 5 }), 'nb', ORIGIN)
    expect(mail.subject).toBe('Throughcare: tavlen din i dag')
    expect(mail.text).toContain('- Noe må fortsatt ordnes: 5 personer')
    expect(digestMail(counts(), 'xx', ORIGIN)).toEqual(digestMail(counts(), 'en', ORIGIN))
  })

  it.each(LOCALES)('says in %s that nobody is without cover as far as is on record', (locale) => {
    expect(digestMail(counts(), locale, ORIGIN).text).not.toMatch(/:\n-/)
    expect(digestMail(counts({ 'out-of-date': 6 }), locale, ORIGIN).text).toContain('6 ')
  })

  it.each(LOCALES)('gives no treatment, no place and no small count away in %s', (locale) => {
    for (const persons of [0, 1, 4, 5, 140]) {
      const all = counts(Object.fromEntries(DIGEST_COUNTS.map((code) => [code, persons])))
      const { subject, text } = digestMail(all, locale, ORIGIN)
      expect(`${subject} ${text}`).not.toMatch(GIVES_AWAY)
      const numbers = text.replace(`${ORIGIN}/gaps`, '').match(/\d+/g) ?? []
      expect(numbers.filter((one) => !['5', '14', String(persons)].includes(one) || Number(one) < 5)).toEqual([])
    }
  })
})
