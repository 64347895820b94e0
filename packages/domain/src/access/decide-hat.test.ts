import { describe, expect, it } from 'vitest'
import type { Grant, Role } from './access-codes.ts'
import { decideHat } from './decide-hat.ts'

const harbour = { id: 'harbour', kind: 'drug-service' } as const
const manager = { role: 'manager', serviceId: 'harbour' } as const
const administrator = { role: 'administrator', serviceId: 'administration' } as const

describe('handing out a hat', () => {
  it.each<[string, { role: Role; serviceId: string }, { role: Role; grants: Grant[] }, string | null]>([
    ['a manager a caseworker of their own', manager, { role: 'caseworker', grants: [] }, null],
    ['a manager another manager', manager, { role: 'manager', grants: [] }, null],
    ['a manager no grant', manager, { role: 'caseworker', grants: ['may-see-couples'] }, 'not-allowed'],
    [
      'a manager nothing elsewhere',
      { ...manager, serviceId: 'riverside' },
      { role: 'caseworker', grants: [] },
      'not-allowed',
    ],
    ['a manager no administrator', manager, { role: 'administrator', grants: [] }, 'not-allowed'],
    [
      'a worker nothing',
      { role: 'caseworker', serviceId: 'harbour' },
      { role: 'caseworker', grants: [] },
      'not-allowed',
    ],
    ['an administrator a grant', administrator, { role: 'caseworker', grants: ['approver', 'may-see-couples'] }, null],
    ['an administrator a privacy officer', administrator, { role: 'manager', grants: ['privacy-officer'] }, null],
    ['nobody a role that there is not', administrator, { role: 'prison-health', grants: [] }, 'role-not-there'],
    ['nobody a grant of another role', administrator, { role: 'manager', grants: ['approver'] }, 'grant-not-for-role'],
  ])('%s', (_what, by, hat, refusal) => expect(decideHat(by, harbour, hat)).toBe(refusal))
})
