import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Everything in the product that could reach a person, or say where they can be reached: found in the sources, so that a new one
// has to be named here, with how it obeys what the person said of channel, hours, wording and voicemail.
const root = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((path) => !/\.test\.tsx?$|generated/.test(path))

/** What leaves the house by itself, and to whom. Nothing goes to a person or to anybody on their behalf. */
const SENDERS = {
  'apps/worker/src/post-mail.ts': 'the one way out: to the address that it is given by those below',
  'apps/worker/src/post-notice.ts': 'to an account or the duty mailbox of a service; names nobody',
  'apps/worker/src/post-digest.ts': 'to an account; counts, and names nobody',
  'apps/worker/src/post-link.ts': 'to an account: a link to choose a password',
} as const

/** Where the telephone number of a person is read, and how what they said is obeyed there. */
const NUMBER_READ = {
  'packages/db/src/ring-list/ring-list-repository.ts': 'reads channel, hours, wording and voicemail with it',
  'packages/db/src/print-pack/print-repository.ts': 'reads channel, hours, wording and voicemail with it',
  'packages/db/src/person/search-repository.ts': 'looks for a number that somebody typed, and shows none',
} as const

/** What is printed, and why it obeys. */
const PRINTED = {
  'print-pack/[sheet]':
    'reachLines of packages/i18n: channel, hours, wording and voicemail; none on the page of the person',
  'handoffs/[handoffId]/sheet': 'reach of the handoff: channel, hours, wording and voicemail, and no number',
  'letters/[letterId]': 'facts of treatment and custody that an admission asks for: no address and no number',
  'kept-dates/[keptDateId]': 'in the voice of the person, for them to send: no address, no number, no place',
  'my-sharing': 'handed to the person: kinds of services and of information, no address and no number',
  'data-requests/[dataRequestId]/copy':
    'all that is held, handed to the person who asked for it: their own, whatever it says',
  'continuity/exports/[exportId]': 'figures as they left, with small counts taken out: about nobody',
  'who-saw-copy': 'handed to the person: names services and what they did, no address and no number',
} as const

describe('contact safety is obeyed by everything that sends or prints', () => {
  it('nothing leaves but e-mail to staff', () => {
    expect(sources('apps/worker/src/post-*.ts').toSorted()).toEqual(Object.keys(SENDERS).toSorted())
    const mailers = sources('{apps,packages}/*/src/**/*.ts').filter((path) => /from 'nodemailer'/.test(read(path)))
    expect(mailers).toEqual(['apps/worker/src/post-mail.ts'])
    // No text message, no telephone, no letter leaves by itself.
    const others = sources('{apps,packages}/*/package.json').filter((path) =>
      /twilio|vonage|sms|web-push/i.test(read(path)),
    )
    expect(others).toEqual([])
  })

  it('no sender reads who a person is, or how they are reached', () => {
    for (const path of Object.keys(SENDERS))
      expect([path, /\bperson\b\.|contactSafety|contact_safety|familyName/.test(read(path))]).toEqual([path, false])
  })

  it('whoever reads the number of a person reads with it how they may be reached', () => {
    const reading = sources('packages/db/src/**/*.ts').filter((path) =>
      /code = 'phone'|'phone' = |code: 'phone'/.test(read(path)),
    )
    expect(reading.toSorted()).toEqual(
      Object.keys(NUMBER_READ)
        .filter((path) => /code = 'phone'/.test(read(path)))
        .toSorted(),
    )
    for (const [path, how] of Object.entries(NUMBER_READ))
      if (how.startsWith('reads channel')) expect([path, read(path).includes('contact_safety')]).toEqual([path, true])
  })

  it('every page that is printed is named here', () => {
    const pages = sources('apps/web/src/app/(print)/**/page.tsx')
    const named = Object.keys(PRINTED)
    expect(pages.filter((path) => !named.some((part) => path.includes(part)))).toEqual([])
    expect(named.filter((part) => !pages.some((path) => path.includes(part)))).toEqual([])
    for (const path of pages.filter((one) => /letters|kept-dates|who-saw-copy|my-sharing|exports/.test(one)))
      expect([path, /reach|\bphone\b|address/i.test(read(path).replaceAll(/\/\*\*.*?\*\//gs, ''))]).toEqual([
        path,
        false,
      ])
  })
})
