import { describe, expect, it } from 'vitest'
import { blindName, makeLock, openLock, ROUNDS, seal, unseal } from './gate-vault.ts'

const FEW = 1_000
const person = { name: 'Moreau, Inès', born: '1984-04-28' }

describe('the lock on what a device keeps', () => {
  it('opens with its PIN, in whatever form the keyboard writes it, and with no other', async () => {
    const { lock } = await makeLock('4821é9', FEW)
    expect(await openLock(lock, '4821e\u03019')).not.toBeNull()
    expect(await openLock(lock, '482190')).toBeNull()
    expect(await openLock(lock, '')).toBeNull()
  })

  it('asks as many rounds as OWASP does', () => expect(ROUNDS).toBeGreaterThanOrEqual(600_000))

  it('has another salt, and so another key, on each device', async () => {
    const [one, other] = [await makeLock('482139', FEW), await makeLock('482139', FEW)]
    const sealed = await seal(one.key, 'list', person)
    await expect(unseal(other.key, 'list', sealed)).rejects.toThrow()
  })

  it('gives back what was sealed, and holds nothing of it in clear', async () => {
    const { key } = await makeLock('482139', FEW)
    const sealed = await seal(key, 'list', person)
    expect(await unseal(key, 'list', sealed)).toEqual(person)
    expect(Buffer.from(sealed.body).toString('latin1')).not.toMatch(/Moreau|1984/)
    expect((await seal(key, 'list', person)).iv).not.toEqual(sealed.iv)
  })

  it('does not open a record that was changed or put in another’s place', async () => {
    const { key } = await makeLock('482139', FEW)
    const sealed = await seal(key, 'press 1', person)
    await expect(unseal(key, 'press 2', sealed)).rejects.toThrow()
    new Uint8Array(sealed.body)[0] = (new Uint8Array(sealed.body)[0] ?? 0) ^ 1
    await expect(unseal(key, 'press 1', sealed)).rejects.toThrow()
  })

  it('never lets the key out', async () => {
    const { key } = await makeLock('482139', FEW)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  it('names a press so that only this device knows it again', async () => {
    const [here, there] = [(await makeLock('482139', FEW)).lock, (await makeLock('482139', FEW)).lock]
    expect(await blindName(here.salt, 'left 1')).toBe(await blindName(here.salt, 'left 1'))
    expect(await blindName(here.salt, 'left 1')).not.toBe(await blindName(there.salt, 'left 1'))
  })
})
