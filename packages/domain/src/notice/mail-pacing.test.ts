import { describe, expect, it } from 'vitest'
import { decideMail } from './mail-pacing.ts'

const NOW = new Date('2026-04-01T12:00:00Z')
const ago = (seconds: number | null) => (seconds === null ? null : new Date(NOW.getTime() - seconds * 1000))

describe('F16: what leaves now for one mailbox', () => {
  it.each([
    // waiting, seconds since any mail, since an emergency, what leaves
    [[], null, null, null],
    [['ordinary'], null, null, 'ordinary'],
    [['ordinary'], 899, null, null],
    [['ordinary'], 900, null, 'ordinary'],
    [['emergency'], 1, null, 'emergency'],
    [['emergency'], 1, 59, null],
    [['emergency'], 1, 60, 'emergency'],
    [['ordinary', 'emergency', 'ordinary'], 5, null, 'emergency'],
    [['ordinary', 'emergency'], 5, 5, null],
  ] as const)('%o, last %s s ago, last emergency %s s ago: %s', (waiting, any, emergency, leaves) => {
    expect(decideMail(waiting, { anyAt: ago(any), emergencyAt: ago(emergency) }, NOW)).toBe(leaves)
  })
})
