/** The kinds of file that are taken, and how their made-up names end. */
export const MEDIA_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const
export type MediaType = keyof typeof MEDIA_TYPES

/**
 * What a file is, by its first bytes; null when it is none of the kinds taken. Its name and what the browser says of it are
 * not asked: a page of HTML called letter.pdf is a page of HTML, and an SVG picture can carry a script.
 */
export function mediaTypeOf(content: Uint8Array): MediaType | null {
  const match = BEGINNINGS.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte))
  return match?.type ?? null
}

const BEGINNINGS: readonly { type: MediaType; bytes: readonly number[] }[] = [
  // %PDF- at the very first byte: readers that look further in are how other files pass for one.
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // The signature and the header chunk that must follow it.
  {
    type: 'image/png',
    bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52],
  },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
]
