import { NOTICE_KINDS, NOTICE_URGENCIES } from '@throughcare/domain/notice/notice-kinds'
import { describe, expect, it } from 'vitest'
import { SCREEN_LOCALES } from './locales.ts'
import { noticeMail } from './notice-mail.ts'
import { FALLBACK_MARK, readMessages } from './read-messages.ts'

const ORIGIN = 'https://throughcare.example.org'
/** A treatment or a kind of place: what an e-mail must not say in any of our languages. */
const GIVES_AWAY =
  /\bdos(e|is|er|ing)\b|metha?d|bupr|morphi|morfi|naloxon|\bomt\b|\blar\b|opioid|opiat|prescri|resept|rezept|recept|receita|ordonnance|pharmac|apot|farm[aá]c|prison|pris[aã]o|fengsel|gef[aä]ng|gevang|haft|drug|drog|\brus\b|clini|klini/i

describe('U17: an e-mail about notices', () => {
  it('says what happened and how often, and where to look', () => {
    expect(
      noticeMail({ urgency: 'ordinary', counts: { 'handoff-sent': 3, 'handoff-question': 1 } }, 'en', ORIGIN),
    ).toEqual({
      subject: 'Throughcare: something is new',
      text: [
        'Something is new for you:',
        '- A handoff has come to your service (3 times)',
        '- There is a question on a handoff',
        '',
        'See what it is about: https://throughcare.example.org/notices',
        '',
        'This message names nobody. How you hear of what, you choose in Throughcare under “How I am told”.',
        '',
      ].join('\n'),
    })
  })

  it('counts what this version does not know as something, and falls back to English for a language that is not there', () => {
    expect(noticeMail({ urgency: 'emergency', counts: {} }, 'en', ORIGIN).text).toContain('- Something happened')
    expect(noticeMail({ urgency: 'ordinary', counts: {} }, 'xx', ORIGIN)).toEqual(
      noticeMail({ urgency: 'ordinary', counts: {} }, 'en', ORIGIN),
    )
  })

  const all = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, 4]))
  it.each(SCREEN_LOCALES)('is whole in %s, in its own words, for every kind and urgency', (locale) => {
    const { kind } = readMessages(locale).notice as { kind: Record<string, string> }
    for (const urgency of NOTICE_URGENCIES) {
      const { subject, text } = noticeMail({ urgency, counts: all }, locale, ORIGIN)
      for (const code of NOTICE_KINDS) expect(text).toContain(`- ${kind[code]} (4 `)
      expect(`${subject} ${text}`).not.toContain(FALLBACK_MARK)
      if (locale !== 'en') expect(subject).not.toBe(noticeMail({ urgency, counts: all }, 'en', ORIGIN).subject)
    }
  })

  it.each(SCREEN_LOCALES)(
    'names no treatment and no kind of place in %s, and has one address and no other number',
    (locale) => {
      for (const urgency of NOTICE_URGENCIES) {
        const { subject, text } = noticeMail({ urgency, counts: all }, locale, ORIGIN)
        expect(`${subject} ${text}`).not.toMatch(GIVES_AWAY)
        expect(text.match(/https?:\S+/g)).toEqual([`${ORIGIN}/notices`])
        expect((text.match(/\d+/g) ?? []).every((number) => number === '4')).toBe(true)
      }
    },
  )
})
