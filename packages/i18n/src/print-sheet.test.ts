import type { PlainDate } from '@throughcare/domain/calendar/plain-date'
import { MEDICINES } from '@throughcare/domain/medication/medication-codes'
import { tellingWords } from '@throughcare/domain/own-words/telling-words'
import { discreetAddress } from '@throughcare/domain/print-pack/discreet-address'
import { PRINT_SHEETS, PRINT_WORDINGS } from '@throughcare/domain/print-pack/print-codes'
import {
  BED_CODES,
  type PrintAppointment,
  type PrintPack,
  type PrintPlace,
} from '@throughcare/domain/print-pack/print-pack'
import { describe, expect, it } from 'vitest'
import { LOCALES } from './locales.ts'
import { printSheet, textOfSheet } from './print-sheet.ts'
import { readMessages, type Words } from './read-messages.ts'

/** The services of every test story. */
const SERVICES = [
  ...[
    'HMP Northgate',
    'HMP Eastfield',
    'Harbour Recovery',
    'Riverside Recovery',
    'Mill Lane Pharmacy',
    'Haven Housing',
  ],
  ...['City Benefits Office', 'North Region', 'Throughcare Administration'],
]
const day = '2026-04-02' as PlainDate

function placeNamed(service: string): PrintPlace {
  const address = `${service}, 4 Quay Street, Northport`
  const discreet = discreetAddress({ address, isFreeText: false }, SERVICES)
  return { service, address, discreetAddress: discreet, phone: '+44 20 7946 0011' }
}

function appointmentAt(service: string, more: Partial<PrintAppointment> = {}): PrintAppointment {
  return {
    area: 'omt',
    serviceId: service,
    day,
    at: '2026-04-02T09:30:00.000Z',
    timeZone: 'Europe/London',
    place: placeNamed(service),
    isConfirmed: true,
    ...more,
  }
}

/** A case in which every place is this service and every medicine this one. */
function packWith(service: string, medicine: (typeof MEDICINES)[number], more: Partial<PrintPack> = {}): PrintPack {
  return {
    episodeId: '019a0000-0000-7000-8000-000000000001',
    now: '2026-03-26T09:00:00.000Z',
    timeZone: 'Europe/London',
    prison: { name: 'HMP Northgate', phone: '+44 20 7946 0000' },
    person: {
      id: '019a0000-0000-7000-8000-000000000002',
      name: 'Karim Haddad',
      dateOfBirth: '1984-04-28' as PlainDate,
      number: 'A1042BX',
      languages: ['ar'],
      interpreterNeeded: true,
    },
    release: { day, certainty: 'confirmed', isOut: false },
    treated: 'yes',
    gaps: [],
    firstAppointment: appointmentAt(service),
    dosing: {
      place: placeNamed(service),
      firstOpenAt: '2026-04-02T08:00:00.000Z',
      timeZone: 'Europe/London',
      days: [
        { day, opening: { kind: 'open', intervals: [{ from: '09:00', to: '12:00' }] } },
        { day: '2026-04-03' as PlainDate, opening: { kind: 'ring-first' } },
        { day: '2026-04-04' as PlainDate, opening: { kind: 'closed' } },
      ],
    },
    bed: 'temporary',
    bedAt: appointmentAt(service, { area: 'housing' }),
    office: appointmentAt(service, { area: 'benefits' }),
    ring: '+44 20 7946 0999',
    ownWords: [{ words: 'I take methadone at Harbour Recovery and that is mine to say', language: 'en' }],
    ownItems: ['belongings-collect', 'benefits-gb-universal-credit'],
    hasKit: true,
    things: [
      { thing: 'page', state: 'there' },
      { thing: 'papers', state: 'not-there' },
      { thing: 'health-bag', state: 'not-confirmed' },
      { thing: 'belongings', state: 'there' },
      { thing: 'phone', state: 'there' },
    ],
    receivers: [
      {
        serviceId: service,
        name: service,
        timeZone: 'Europe/London',
        areas: [
          { area: 'omt', state: 'waiting', dueAt: '2026-04-01T09:00:00.000Z' },
          { area: 'naloxone', state: 'seen', dueAt: null },
          { area: 'housing', state: 'not-with-you', dueAt: null },
        ],
        appointment: appointmentAt(service),
        treatment: { medicine, prescribedText: `${medicine} as written`, lastDoseDay: day, lastDoseAt: null },
      },
    ],
    reach: {
      channel: null,
      hours: null,
      wording: null,
      mayLeaveMessage: false,
      phone: null,
      voicemail: null,
      version: null,
    },
    ...more,
  }
}

/** What a medicine is called on screens, in every language that says it. */
function medicineNames(): string[] {
  return LOCALES.flatMap((locale) =>
    Object.entries({
      ...(readMessages(locale).medication?.medicine as Words),
      ...((readMessages(locale)['person-print'] as { receiving: Words }).receiving['medicine-name'] as Words),
    })
      .filter(([code]) => code !== 'other')
      .map(([, name]) => String(name).replace(/ \(en\)$/, '')),
  )
}

describe('a discreet page', () => {
  it.each(LOCALES)('in %s names no medicine and no service, whatever the case is', (locale) => {
    let searched = 0
    const names = [...MEDICINES.filter((code) => code !== 'other'), ...medicineNames(), ...SERVICES]
    for (const sheet of PRINT_SHEETS)
      for (const medicine of MEDICINES)
        for (const service of SERVICES) {
          // Every bed with and without gaps comes up many times over.
          const bed = BED_CODES[searched % BED_CODES.length] ?? 'unknown'
          const gaps: PrintPack['gaps'] = searched % 3 === 0 ? ['first-appointment', 'dosing-point'] : []
          const text = textOfSheet(
            printSheet(packWith(service, medicine, { bed, gaps }), { sheet, locale, wording: 'discreet' }),
          )
          searched += 1
          expect(tellingWords(text, SERVICES), text).toEqual([])
          const said = names.filter((name) => text.toLowerCase().includes(name.toLowerCase()))
          expect(said, text).toEqual([])
        }
    expect(searched).toBe(PRINT_SHEETS.length * MEDICINES.length * SERVICES.length)
  })

  it('and one with names does name them, so that the search would find them', () => {
    const text = textOfSheet(
      printSheet(packWith('Harbour Recovery', 'methadone'), { sheet: 'receiving', locale: 'en', wording: 'named' }),
    )
    expect(tellingWords(text, SERVICES).map((name) => name.toLowerCase())).toEqual(
      expect.arrayContaining(['harbour recovery', 'hmp northgate', 'methadone']),
    )
  })

  it.each(LOCALES)('in %s tells nobody who is out already to ask before they leave', (locale) => {
    const nothing = { firstAppointment: null, dosing: null, office: null, bed: 'unknown', bedAt: null } as const
    const page = (isOut: boolean) => {
      const release = { day, certainty: 'confirmed', isOut } as const
      const pack = packWith('Harbour Recovery', 'methadone', { ...nothing, release })
      return textOfSheet(printSheet(pack, { sheet: 'person', locale, wording: 'discreet' }))
    }
    const ask = String((readMessages(locale)['person-print'] as Words)['not-known-ask'])
    expect([page(false), page(true)].map((text) => text.split(ask).length - 1)).toEqual([4, 0])
  })

  it('in large letters leaves out the table, and nothing that keeps safe', () => {
    const pack = packWith('Harbour Recovery', 'methadone')
    const kinds = (size: 'normal' | 'large') =>
      printSheet(pack, { sheet: 'person', locale: 'ar', wording: 'discreet', size }).blocks.map(({ kind }) => kind)
    expect(kinds('normal')).toEqual(['steps', 'table', 'list', 'own-words', 'safety'])
    expect(kinds('large')).toEqual(['steps', 'own-words', 'safety'])
  })

  it('prints the person’s own words as they are, and tells them apart', () => {
    const sheet = printSheet(packWith('Harbour Recovery', 'methadone'), {
      sheet: 'person',
      locale: 'ar',
      wording: 'discreet',
    })
    expect(sheet.blocks.find(({ kind }) => kind === 'own-words')).toMatchObject({
      items: [{ words: 'I take methadone at Harbour Recovery and that is mine to say', language: 'en' }],
    })
    expect(textOfSheet(sheet)).not.toContain('mine to say')
  })
})

describe('a page of the print pack', () => {
  it.each(LOCALES)('has texts in %s with plain placeholders and no other marks of a message', (locale) => {
    const texts = JSON.stringify(readMessages(locale)['person-print'])
    expect(texts).not.toMatch(/\{\w+,|<\w+>|''|'\{/)
  })

  it.each(LOCALES.flatMap((locale) => PRINT_SHEETS.map((sheet) => [locale, sheet] as const)))(
    'in %s for %s says what it carries and when it was made, and leaves no placeholder standing',
    (locale, sheet) => {
      for (const wording of PRINT_WORDINGS) {
        const made = printSheet(packWith('Harbour Recovery', 'methadone'), { sheet, locale, wording })
        const text = textOfSheet(made)
        expect(text).not.toMatch(/[{}]|person-print\.|undefined|null/)
        expect(made.foot).toHaveLength(2)
        expect(made.direction).toBe(locale === 'ar' ? 'rtl' : 'ltr')
      }
    },
  )

  it.each(['person', 'gate'] as const)(
    'for %s is marked at its head while something it cannot be without is missing',
    (sheet) => {
      const gaps = packWith('Harbour Recovery', 'methadone', { gaps: ['first-appointment', 'dosing-point'] })
      expect(printSheet(gaps, { sheet, locale: 'en', wording: 'discreet' }).blocks[0]).toEqual({
        kind: 'warning',
        heading: 'This page is not finished',
        lines: [
          'The first appointment is not known yet.',
          'The place for every day is not known yet.',
          'Ring +44 20 7946 0999 before you leave.',
        ],
      })
      const whole = printSheet(packWith('Harbour Recovery', 'methadone'), { sheet, locale: 'en', wording: 'discreet' })
      expect(whole.blocks.filter(({ kind }) => kind === 'warning')).toEqual([])
    },
  )

  it('says "not yet confirmed" of a step that is not', () => {
    const said = packWith('Harbour Recovery', 'methadone', {
      firstAppointment: appointmentAt('Harbour Recovery', { isConfirmed: false, at: null }),
      office: null,
    })
    const { blocks } = printSheet(said, { sheet: 'person', locale: 'en', wording: 'discreet' })
    const steps = blocks.find((block) => block.kind === 'steps')
    expect(steps?.items.map(({ step, mark }) => [step, mark])).toEqual([
      ['appointment', 'Not yet confirmed'],
      ['place', null],
      ['bed', null],
      ['office', 'Not yet confirmed'],
      ['number', null],
    ])
  })

  it('prints sentences of safety in both languages while nobody has reviewed them, and in one in English', () => {
    const safety = (locale: (typeof LOCALES)[number]) =>
      printSheet(packWith('Harbour Recovery', 'methadone'), {
        sheet: 'person',
        locale,
        wording: 'discreet',
      }).blocks.find((block) => block.kind === 'safety')
    expect(safety('en')).toMatchObject({ note: null })
    expect(safety('en')?.items.every(({ english }) => english === null)).toBe(true)
    expect(safety('ar')?.note).not.toBe(null)
    expect(safety('ar')?.items[0]?.english).toContain('112')
    expect(safety('ar')?.items).toHaveLength(5)
  })

  it('prints English and asks for an interpreter where the language has no texts', () => {
    const pack = packWith('Harbour Recovery', 'methadone')
    const kurdish = { ...pack, person: { ...pack.person, languages: ['ckb'] } }
    expect(textOfSheet(printSheet(kurdish, { sheet: 'person', locale: 'en', wording: 'discreet' }))).toContain(
      'There are no texts in this language here: Central Kurdish. Please call an interpreter.',
    )
  })

  it.each([
    ['none', 'Do not ring, write or send anything. The person comes to you.', 'Leave no message.'],
    ['in-person', 'Only face to face. Do not ring or write.', 'Leave no message.'],
    ['phone', 'By telephone: +44 7700 900123', 'A message may be left.'],
    [null, 'Nobody has asked how the person may be reached. Ring us first.', 'Leave no message.'],
  ] as const)('tells a receiving service how to reach the person: %s', (channel, how, message) => {
    const may = channel === 'phone'
    const pack = packWith('Harbour Recovery', 'methadone', {
      reach: {
        channel,
        hours: null,
        wording: null,
        mayLeaveMessage: may,
        phone: may ? '+44 7700 900123' : null,
        voicemail: null,
        version: null,
      },
    })
    const { blocks } = printSheet(pack, { sheet: 'receiving', locale: 'en', wording: 'named' })
    const reach = blocks.find((block) => block.kind === 'lines' && block.heading === 'How to reach the person')
    expect(reach).toMatchObject({ lines: [how, message, expect.stringContaining('Arabic')] })
  })

  it('keeps the order of a telephone number in a line that runs from right to left', () => {
    const text = textOfSheet(
      printSheet(packWith('Harbour Recovery', 'methadone'), { sheet: 'person', locale: 'ar', wording: 'discreet' }),
    )
    expect(text).toContain('\u2066+44 20 7946 0999\u2069')
    expect(text).toMatch(/الخميس.*2 أبريل 2026/)
  })
})
