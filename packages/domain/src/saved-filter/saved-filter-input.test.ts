import { describe, expect, it } from 'vitest'
import { mayRemove } from './saved-filter-input.ts'

describe('taking a kept filter off', () => {
  it.each([
    ['one’s own', { isOwn: true, isShared: false }, 'caseworker', true],
    ['one’s own that everybody is offered', { isOwn: true, isShared: true }, 'caseworker', true],
    ['a colleague’s that everybody is offered', { isOwn: false, isShared: true }, 'caseworker', false],
    ['the same, as a manager', { isOwn: false, isShared: true }, 'manager', true],
    ['a colleague’s own, as a manager', { isOwn: false, isShared: false }, 'manager', false],
    ['a colleague’s own', { isOwn: false, isShared: false }, 'caseworker', false],
  ])('%s: %s', (_what, filter, role, may) => expect(mayRemove(filter, role)).toBe(may))
})
