import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

const text = (words: string): Uint8Array => Uint8Array.from([...words].map((letter) => letter.charCodeAt(0)))
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0]

describe('D10: what a file is, by its content', () => {
  it.each([
    ['a PDF', text('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG', Uint8Array.from(PNG), 'image/png'],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'image/jpeg'],
    ['HTML that is called a PDF', text('<!doctype html><script>alert(1)</script>'), null],
    ['HTML before a PDF', text('<html>%PDF-1.7'), null],
    ['SVG with a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), null],
    ['XML before SVG', text('<?xml version="1.0"?><svg/>'), null],
    ['the test virus', text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), null],
    ['a zip', text('PK\u0003\u0004'), null],
    ['a GIF', text('GIF89a'), null],
    ['a PNG signature and nothing of a PNG', Uint8Array.from(PNG.slice(0, 8)), null],
    ['nothing', new Uint8Array(), null],
  ])('%s', (_what, content, type) => {
    expect(mediaTypeOf(content)).toBe(type)
  })
})
