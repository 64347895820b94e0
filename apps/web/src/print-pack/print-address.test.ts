import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findChromium } from './find-chromium.ts'
import { pagesOf } from './make-pdf.ts'
import { languageOfPrint, readPrintChoice } from './print-address.ts'

const ID = '019a0000-0000-7000-8000-000000000001'

describe('what an address says about a print', () => {
  it.each([
    [{}, { language: null, wording: null, size: 'normal', service: null }],
    [
      { language: 'ar', wording: 'named', size: 'large', service: ID },
      { language: 'ar', wording: 'named', size: 'large', service: ID },
    ],
    [
      { language: 'xx', wording: 'loud', size: 'huge', service: 'Harbour' },
      { language: null, wording: null, size: 'normal', service: null },
    ],
    [{ language: ['ar', 'en'] }, { language: null, wording: null, size: 'normal', service: null }],
  ])('%j', (query, expected) => {
    expect(readPrintChoice(query)).toEqual(expected)
  })

  it.each([
    [`/cases/${ID}/print-pack/person?language=ar&size=large`, 'ar'],
    [`/cases/${ID}/print-pack/gate`, null],
    [`/cases/${ID}/print-pack?language=ar`, null],
    ['/releases?language=ar', null],
    ['/', null],
  ])('%s is in %s', (path, language) => {
    expect(languageOfPrint(path)).toBe(language)
  })
})

describe('a machine', () => {
  const here = fileURLToPath(import.meta.url)
  it.each([
    [here, [], here],
    ['/nowhere/chromium', [here], null],
    ['', ['/nowhere/chromium', here], here],
    ['', [], null],
  ])('told %j, that may keep one at %j, has %s', (named, places, found) => {
    expect(findChromium(named, places)).toBe(found)
  })
})

it.each([
  ['1 0 obj <</Type /Pages /Count 1>> 2 0 obj <</Type /Page /Parent 1 0 R>>', 1],
  ['<</Type /Page\n>> <</Type/Page>>', 2],
  ['', 0],
])('the pages of %j', (bytes, pages) => {
  expect(pagesOf(Buffer.from(bytes))).toBe(pages)
})
