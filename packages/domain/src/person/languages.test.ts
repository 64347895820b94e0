import { describe, expect, it } from 'vitest'
import { Language, OFFERED_LANGUAGES, writtenLanguage } from './languages.ts'

describe('a language, as BCP 47 writes it', () => {
  it.each([
    ['nb', 'nb'],
    ['NB', 'nb'],
    [' nb ', 'nb'],
    ['pt-BR', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['sr-Latn', 'sr-Latn'],
    ['SR-LATN', 'sr-Latn'],
    ['sr-latn-rs', 'sr-Latn-RS'],
    ['es-419', 'es-419'],
    ['ckb', 'ckb'],
    ['rom', 'rom'],
    // Two letters are a code of ISO 639-1, or none.
    ['xx', null],
    ['uk', 'uk'],
    ['no', 'no'],
    ['n', null],
    ['norsk', null],
    ['nb-', null],
    ['nb-N', null],
    ['nb-41', null],
    ['nb-4190', null],
    ['nb NO', null],
    ['1b', null],
    ['-nb', null],
    ['xnb-NO-x', null],
    ['', null],
  ])('%j: %s', (code, written) => {
    expect(writtenLanguage(code)).toBe(written)
    expect(Language.safeParse(code).success).toBe(written === code)
  })

  it('is each of those that are offered', () => {
    expect(OFFERED_LANGUAGES.filter((code) => writtenLanguage(code) !== code)).toEqual([])
  })

  it('is each of ISO 639-1 that people here speak, from Afar to Zulu', () => {
    const spoken =
      'aa am az be bn bs ca cy de el eo es et eu ff fi fo ga gl gu ha he hi hy id ig is ja jv ka kg ki kj km kn ko lg ln lo mg mk ml mn mr ms mt my nd ne nv ny oc om pa pl qu rm rn rw sa sd sg si sl sm sn sw ta te tg th tk tl to ts tt ug uz wo xh yi yo zu'
    expect(spoken.split(' ').filter((code) => writtenLanguage(code) !== code)).toEqual([])
  })
})
