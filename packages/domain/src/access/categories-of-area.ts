import type { Area } from '../checklist/areas.ts'
import type { Category } from './access-codes.ts'

/**
 * What a handoff of an area carries: who the person is and when they leave always travels, then what the area cannot be done
 * without. The same list stands in SQL (app.categories_of_area); a test holds the two equal.
 */
export const CATEGORIES_OF_AREA = {
  omt: ['identity', 'release', 'omt', 'naloxone', 'health'],
  naloxone: ['identity', 'release', 'naloxone'],
  housing: ['identity', 'release', 'housing', 'belongings'],
  benefits: ['identity', 'release', 'benefits', 'documents', 'work'],
  partner: ['identity', 'release', 'partner'],
  health: ['identity', 'release', 'health'],
  documents: ['identity', 'release', 'documents'],
  work: ['identity', 'release', 'work'],
  belongings: ['identity', 'release', 'belongings'],
  support: ['identity', 'release', 'support'],
} as const satisfies Record<Area, readonly Category[]>
