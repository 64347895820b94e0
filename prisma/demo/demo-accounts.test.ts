import { argon2Sync } from 'node:crypto'
import { ROLES_OF_KIND } from '@throughcare/domain/service/service-kinds'
import { describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_PASSWORD_HASH } from './demo-accounts.ts'
import { SERVICES } from './demo-services.ts'

describe('the demo accounts', () => {
  it('are one for each role of each service, and one person has two hats', () => {
    const expected = Object.values(SERVICES).flatMap(({ name, kind }) =>
      ROLES_OF_KIND[kind].map((role) => `${role} ${name}`),
    )
    const listed = DEMO_ACCOUNTS.map(({ role, service }) => `${role} ${service}`)
    expect(expected.filter((each) => !listed.includes(each))).toEqual([])
    const hats = Map.groupBy(DEMO_ACCOUNTS, ({ email }) => email)
    expect([...hats.values()].filter((each) => each.length === 2)).toHaveLength(1)
  })

  it('sign in with the password that the start prints: its stored form is its own, as strong as a real one', () => {
    const [, kind, , cost = '', salt = '', tag] = DEMO_PASSWORD_HASH.split('$')
    expect([kind, cost]).toEqual(['argon2id', 'm=19456,t=2,p=1'])
    const made = argon2Sync('argon2id', {
      message: DEMO_PASSWORD,
      nonce: Buffer.from(salt, 'base64'),
      parallelism: 1,
      memory: 19_456,
      passes: 2,
      tagLength: 32,
    })
    expect(made.toString('base64').replace(/=+$/, '')).toBe(tag)
    expect(DEMO_PASSWORD.length).toBeGreaterThanOrEqual(20)
  })
})
