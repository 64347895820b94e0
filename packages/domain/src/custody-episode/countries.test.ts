import { describe, expect, it } from 'vitest'
import { Country, writtenCountry } from './countries.ts'
import { stopsWithTheCase } from './stopped-actions.ts'

describe('a country, as ISO 3166-1 writes it', () => {
  it.each([
    ['GB', 'GB'],
    ['gb', 'GB'],
    [' no ', 'NO'],
    ['XK', 'XK'],
    ['AD', 'AD'],
    ['GE', 'GE'],
    ['KI', 'KI'],
    ['MX', 'MX'],
    ['SD', 'SD'],
    ['UZ', 'UZ'],
    ['CD', 'CD'],
    ['ZW', 'ZW'],
    ['UK', null],
    ['EU', null],
    ['Norge', null],
    ['G', null],
    ['', null],
  ])('%j: %s', (code, written) => {
    expect(writtenCountry(code)).toBe(written)
    expect(Country.safeParse(code).success).toBe(written === code)
  })

  it('knows those from which people come, and says what it does not know', () => {
    const many =
      'AF AL AT BA BE BG BR CH CN CO CZ DE DK DZ EG ES ET FI FR GH GR HR HU IE IN IQ IR IS IT JM KE KZ LT LV MA MD ME MK MN NG NL PK PL PS PT RO RS RU SE SI SK SN SO SY TN TR UA US VN YE ZA'
    expect(many.split(' ').filter((code) => writtenCountry(code) !== code)).toEqual([])
    expect(Country.safeParse('UK').error?.issues.map(({ message }) => message)).toEqual([
      'custody-episode.releaseCountry.not-a-country-code',
    ])
  })
})

describe('once somebody died or was taken out of the country', () => {
  it.each([
    ['nothing is sent on', 'handoff.send', true],
    ['no plan is made', 'care-plan.renew', true],
    ['nobody is released', 'release.record', true],
    ['a dose given before is still written down', 'medication.record-dose', false],
    ['so is a call', 'contact.record', false],
    ['and a kit', 'naloxone.record-kit', false],
    ['the case is read', 'care-plan.by-episode', false],
  ] as const)('%s', (_what, action, stops) => expect(stopsWithTheCase(action)).toBe(stops))
})
