import type { Area } from '../checklist/areas.ts'

/**
 * For which areas may a service ask when somebody stands at its desk? Those it takes, but never the partner: whoever asks would
 * learn from the answer whether there is one.
 */
export function askableAreas(receives: readonly Area[] = []): Area[] {
  return receives.filter((area) => area !== 'partner')
}
