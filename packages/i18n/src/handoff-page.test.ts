import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HANDOFF_STATUSES } from '@throughcare/domain/handoff/handoff-statuses'
import { expect, it } from 'vitest'
import { handoffPage } from './handoff-page.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/handoff.md'), 'utf8')

it('docs/handoff.md says what the table of moves says (write-handoff-page.ts makes it again)', () => {
  expect(page).toBe(handoffPage())
})

it('has a section for every status, and codes of none in its prose', () => {
  expect(page.match(/^## /gm)).toHaveLength(HANDOFF_STATUSES.length + 1)
  expect(page).not.toMatch(/timed-out|in-progress|undefined/)
})
