import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type MailServer, openMailServer } from '../testing/mail-server.ts'
import { postLink } from './post-link.ts'

let mail: MailServer
beforeAll(async () => {
  mail = await openMailServer()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${mail.port}`)
  vi.stubEnv('NEXTAUTH_URL', 'https://throughcare.example.org')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await mail.close()
})

const LETTER = { to: 'ida.moen@harbour.test', locale: 'nb', serviceName: 'Harbour Recovery', path: '/link?key=abc' }

it.each([
  ['invitation', 'en', 'Throughcare: an invitation', 'Harbour Recovery'],
  ['invitation', 'nb', 'Throughcare: en invitasjon', 'Harbour Recovery'],
  ['reset', 'en', 'Throughcare: a new password', 'your password stays'],
] as const)(
  'B09: a letter with a link (%s, %s) leads to the configured origin and to no other',
  async (kind, locale, subject, says) => {
    mail.letters = []
    await postLink({ ...LETTER, kind, locale, key: `link.${newId()}` })
    const [letter] = mail.letters
    expect(letter).toMatchObject({ to: LETTER.to, subject })
    expect(letter?.text).toContain(says)
    expect(letter?.text.match(/https?:\/\/\S+/g)).toEqual(['https://throughcare.example.org/link?key=abc'])
  },
)

it('B11: a line break in the name of a service writes no header', async () => {
  mail.letters = []
  await postLink({
    ...LETTER,
    kind: 'invitation',
    locale: 'en',
    serviceName: 'Harbour\r\nBcc: evil@evil.test',
    key: newId(),
  })
  expect(mail.letters.map(({ to }) => to)).toEqual([LETTER.to])
  expect(mail.letters[0]?.source.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
})
