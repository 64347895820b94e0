import { describe, expect, it } from 'vitest'
import { SERVICE_KINDS } from '../service/service-kinds.ts'
import { CASE_KINDS, COMMUNITY_KINDS, TREATMENT_KINDS } from './who-groups.ts'

describe('kinds of service, by what they have to do with a case', () => {
  it.each(
    SERVICE_KINDS.map((kind) => ({
      kind,
      sees: !['region', 'administration'].includes(kind),
      isTreating: ['prison-health', 'drug-service', 'dosing-point', 'peer-support'].includes(kind),
    })),
  )('$kind: sees persons $sees, may see a treatment $isTreating', ({ kind, sees, isTreating }) => {
    expect((CASE_KINDS as readonly string[]).includes(kind)).toBe(sees)
    expect((COMMUNITY_KINDS as readonly string[]).includes(kind)).toBe(sees && kind !== 'prison-health')
    expect((TREATMENT_KINDS as readonly string[]).includes(kind)).toBe(isTreating)
  })
})
