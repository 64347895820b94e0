import type { ShownError } from '@throughcare/api/trpc'
import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { shownError } from '../form/shown-error.ts'
import { type Tried, triedWith } from './gate-press.ts'

const refusal = (code: string): ShownError => ({ code, details: {}, fields: [], traceId: null })

describe('what a refusal means for a press that is not yet sent', () => {
  const table: readonly [string, Tried['kind'], string?][] = [
    ['offline', 'waits', 'offline'],
    ['not-signed-in', 'waits', 'signed-out'],
    ['no-hat', 'waits', 'signed-out'],
    ['unavailable', 'waits', 'unavailable'],
    ['unexpected', 'waits', 'unavailable'],
    ['too-many-attempts', 'waits', 'unavailable'],
    ['changed-meanwhile', 'refused'],
    ['refused', 'refused'],
    ['not-found', 'refused'],
    ['not-allowed', 'refused'],
    ['invalid-input', 'refused'],
    ['request-reused', 'refused'],
  ]
  for (const [code, kind, because] of table)
    it(`${code}: ${because ?? kind}`, () => {
      const tried = triedWith(refusal(code))
      expect(tried.kind).toBe(kind)
      if (tried.kind === 'waits') expect(tried.because).toBe(because)
    })

  it('H11: a wireless network’s own page in place of an answer loses nothing', () => {
    const broken = TRPCClientError.from(new SyntaxError('Unexpected token \'<\', "<!doctype "... is not valid JSON'))
    expect(triedWith(shownError(broken as never))).toEqual({ kind: 'waits', because: 'offline' })
  })
})
