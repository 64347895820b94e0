import { describe, expect, it } from 'vitest'
import type { Area } from '../checklist/areas.ts'
import { askableAreas } from './askable-areas.ts'

describe('what a desk may ask a prison for', () => {
  it.each<[string, Area[] | undefined, Area[]]>([
    ['what it takes', ['omt', 'housing'], ['omt', 'housing']],
    ['never the partner: the answer would tell that there is one', ['omt', 'partner', 'support'], ['omt', 'support']],
    ['nothing, where it takes the partner alone', ['partner'], []],
    ['nothing, where it takes nothing', [], []],
    ['nothing, where nobody said what it takes', undefined, []],
  ])('%s', (_what, receives, askable) => expect(askableAreas(receives)).toEqual(askable))
})
