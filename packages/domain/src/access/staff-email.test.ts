import { describe, expect, it } from 'vitest'
import { StaffEmail } from './staff-email.ts'

describe('B11: an address of staff', () => {
  it.each([
    ['quoted', '"e@a"@b.example'],
    ['quoted, with a space', '"e vil"@b.example'],
    ['with a full-width @', 'ida＠harbour.example'],
    ['with a small @', 'ida﹫harbour.example'],
    ['with a look-alike letter', 'idа@harbour.example'],
    ['with a look-alike letter in the host', 'ida@hаrbour.example'],
    ['with a line break', 'ida@harbour.example\r\nbcc: evil@evil.example'],
    ['with a line break inside', 'ida\n@harbour.example'],
    ['with NUL', 'ida\u0000@harbour.example'],
    ['two, by a comma', 'ida@harbour.example,evil@evil.example'],
    ['two, by a semicolon', 'ida@harbour.example;evil@evil.example'],
    ['with a name before it', 'Ida <ida@harbour.example>'],
    ['with two @', 'ida@evil.example@harbour.example'],
    ['with a comment', 'ida(evil)@harbour.example'],
    ['of 300 characters', `${'x'.repeat(286)}@harbour.example`],
    ['with a local part of 65', `${'x'.repeat(65)}@harbour.example`],
    ['with an address as its host', 'ida@[127.0.0.1]'],
    ['with a space', 'ida moen@harbour.example'],
    ['without a host', 'ida@'],
    ['without anybody', '@harbour.example'],
    ['that is empty', ' '],
  ])('%s is refused', (_what, address) => expect(StaffEmail.safeParse(address).success).toBe(false))

  it.each([
    ['in capitals', ' Ida.Moen@Harbour.Example ', 'ida.moen@harbour.example'],
    ['with a plus', 'ida+rota@harbour.example', 'ida+rota@harbour.example'],
  ])('%s is one', (_what, address, kept) => expect(StaffEmail.parse(address)).toBe(kept))
})
