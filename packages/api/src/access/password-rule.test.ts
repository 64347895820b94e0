import { describe, expect, it } from 'vitest'
import { NewPassword } from './password-rule.ts'

const faultOf = (password: unknown) => {
  const said = NewPassword.safeParse(password)
  return said.success ? null : (said.error.issues[0]?.message ?? 'a fault without words')
}

describe('B12: a password that somebody chooses', () => {
  it.each<[string, unknown, string | null]>([
    ['of one character', 'x', 'access.password.too-short'],
    ['of eleven', 'eleven char', 'access.password.too-short'],
    ['of twelve', 'twelve chars', null],
    ['of 128', 'horse gate '.repeat(12).slice(0, 128), null],
    ['of 129', 'horse gate '.repeat(12).slice(0, 129), 'access.password.too-long'],
    ['of 10 MB', 'horse gate '.repeat(900_000), 'access.password.too-long'],
    ['with NUL', 'horse battery\u0000staple', 'access.password.cannot-be-stored'],
    ['of emoji', '🐎🔋📎🚪🕘🗝️🧷🪜🪣🧺🪞🛏️', null],
    ['of another script', 'хлеб и соль на столе', null],
    ['that is known', 'password1234', 'access.password.guessed'],
    ['that is known, in capitals', 'PassWord1234', 'access.password.guessed'],
    ['that is known but for digits and marks', '!!Password!!2026', 'access.password.guessed'],
    ['from a comic', 'correcthorsebatterystaple', 'access.password.guessed'],
    ['that counts', '123456789012', 'access.password.guessed'],
    ['that counts down', '210987654321', 'access.password.guessed'],
    ['that is a row of the keyboard', 'qwertyuiopas', 'access.password.guessed'],
    ['of one letter', 'aaaaaaaaaaaa', 'access.password.guessed'],
    ['that is a number', 123_456_789_012, 'access.password.missing'],
    ['that is not there', undefined, 'access.password.missing'],
  ])('%s', (_what, password, fault) => expect(faultOf(password)).toBe(fault))

  it('is kept as it was typed: spaces at its ends too', () => {
    const typed = '  horse gate  battery '
    expect(NewPassword.parse(typed)).toBe(typed)
  })
})
