import type { Scene } from '@throughcare/api/testing/scene'
import { asActor } from '@throughcare/db/as-actor'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { createTransport } from 'nodemailer'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { emailsOf, HARBOUR_WORKERS, openToldScene, type ToldScene } from '../testing/told-scene.ts'
import { type BounceReceiver, receiveBounces, returnAddress } from './receive-bounces.ts'
import { WORK } from './work.ts'

let scene: Scene
let story: ToldScene
let receiver: BounceReceiver
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only-for-tests-0123456789-abcdefgh')
  vi.stubEnv('MAIL_BOUNCE_DOMAIN', 'Bounce.example.org')
  vi.stubEnv('MAIL_BOUNCE_PORT', '0')
  story = await openToldScene()
  ;({ scene } = story)
  const opened = await receiveBounces(pino({ level: 'silent' }))
  if (!opened) throw new Error('nothing listens')
  receiver = opened
})
afterAll(async () => {
  await receiver.close()
  await story.close()
})
beforeEach(() => story.another())

const report = (action = 'failed', status = '5.1.1', filling = '') =>
  [
    'From: MAILER-DAEMON@mail.example.org',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    `--b\r\nContent-Type: text/plain\r\n\r\n${filling}`,
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: ${action}\r\nStatus: ${status}\r\n`,
    '--b--\r\n',
  ].join('\r\n')

/** Hands it to the receiver over SMTP, as a mail server does. @returns the code that it was refused with, or null */
async function comesBack(to: string, raw: string): Promise<number | null> {
  const transport = createTransport({ host: '127.0.0.1', port: receiver.port, ignoreTLS: true })
  try {
    await transport.sendMail({ envelope: { from: '', to }, raw })
    return null
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0
  } finally {
    transport.close()
  }
}

const bounces = () => asActor(scene.people.northgateNurse, (deed) => hasBouncingMailbox(deed, scene.services.harbour))
const mails = async () => {
  const { rows } = await scene.owner.query<{ id: string; back: boolean; because: string | null }>(
    'select id, bounced_at is not null as back, failed_because as because from notice_mail order by id',
  )
  return rows
}
/** How often managers were told of a mailbox that is not reached. */
const toldOf = async (membershipId: string) => {
  const told = `select 1 from notice where kind = 'mail-comes-back' and dedupe_key like $1`
  return (await scene.owner.query(told, [`mailbox:${membershipId}:%`])).rowCount ?? 0
}

describe('an e-mail that comes back after it was taken', () => {
  beforeEach(async () => {
    await scene.owner.query('update notice_post set mail_id = null, dropped_at = app.now()')
    await scene.owner.query('delete from notice_mail')
    await story.tell(story.happening())
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
  })

  it('left with a return address of its own, which names nobody', async () => {
    const returned = story.mail.letters.map(({ returnTo }) => returnTo)
    expect(new Set(returned)).toHaveLength(2)
    for (const address of returned) expect(address).toMatch(/^bounce\+[0-9a-f]{32}\.[0-9a-f]{24}@bounce\.example\.org$/)
    for (const { source } of story.mail.letters) expect(source).not.toContain('bounce+')
  })

  it('is known as if it had been refused: of the mailbox, by the sender and by the managers, once', async () => {
    await story.at('15:00')
    expect(await bounces()).toBe(false)
    for (const { returnTo } of story.mail.letters) expect(await comesBack(returnTo, report())).toBeNull()
    expect(await bounces()).toBe(true)
    expect(await mails()).toEqual([
      expect.objectContaining({ back: true, because: 'DSN 5.1.1' }),
      expect.objectContaining({ back: true, because: 'DSN 5.1.1' }),
    ])
    const told = async () => (await scene.owner.query(`select 1 from notice where kind = 'mail-comes-back'`)).rowCount
    const before = await told()
    expect(before).toBe(2)
    // The same report again, and another one of the same mail.
    for (const { returnTo } of story.mail.letters) {
      expect(await comesBack(returnTo, report())).toBeNull()
      expect(await comesBack(returnTo.toUpperCase(), report('failed', '5.2.2'))).toBeNull()
    }
    expect(await told()).toBe(before)
    expect((await mails()).map(({ because }) => because)).toEqual(['DSN 5.1.1', 'DSN 5.1.1'])
    await story.idle('tell-notice')
  })

  it('changes nothing when it is no failure, too large, forged, late by weeks, or at another address', async () => {
    await story.at('15:00')
    const [letter] = story.mail.letters
    if (!letter) throw new Error('no letter')
    const [local = '', domain] = letter.returnTo.split('@')
    for (const said of ['delayed', 'relayed', 'delivered', 'expanded'])
      expect(await comesBack(letter.returnTo, report(said, '4.4.1'))).toBeNull()
    expect(await comesBack(letter.returnTo, 'Subject: I am on holiday\r\n\r\nAction: failed\r\n')).toBeNull()
    expect(await comesBack(letter.returnTo, report('failed', '5.1.1', 'x'.repeat(200_000)))).toBe(552)
    const other = local.endsWith('0') ? `${local.slice(0, -1)}1` : `${local.slice(0, -1)}0`
    expect(await comesBack(`${other}@${domain}`, report())).toBe(550)
    expect(await comesBack(`${local}@elsewhere.example.org`, report())).toBe(550)
    expect(await comesBack('postmaster@bounce.example.org', report())).toBe(550)
    // Sealed by us, and of no mail that there is.
    expect(await comesBack(returnAddress('01999999-9999-7999-8999-999999999999') ?? '', report())).toBeNull()
    await story.at('12:00', 6)
    expect(await comesBack(letter.returnTo, report())).toBeNull()
    expect((await mails()).filter(({ back }) => back)).toEqual([])
    expect(await bounces()).toBe(false)
  })
})

it('a digest that comes back is known of its mailbox too, told to the managers, and keeps no notice waiting', async () => {
  await scene.owner.query('update notice_post set mail_id = null, dropped_at = app.now()')
  await scene.owner.query('delete from notice_mail')
  await story.at('12:00')
  const { serviceId, membershipId } = scene.people.harbourWorker
  await scene.owner.query(`update digest_choice set wanted = true where membership_id = $1`, [membershipId])
  const { rows } = await scene.owner.query<{ day: string }>(
    `insert into digest_sent (membership_id, day, service_id, counts, decided_at, until)
     select $1, app.now()::date, $2, '{}', app.now(), app.now() + interval '5 hours' returning day::text`,
    [membershipId, serviceId],
  )
  await WORK['send-digest']({ serviceId, membershipId, day: rows[0]?.day as never })
  const [digest] = story.mail.letters
  expect(story.addressees()).toEqual(emailsOf('harbourWorker'))

  // It is no e-mail about notices: one that cannot wait an hour leaves at once.
  await story.tell(story.happening())
  await story.told('12:01')
  expect(story.addressees()).toEqual(emailsOf('harbourWorker', ...HARBOUR_WORKERS))

  await story.at('15:00')
  const before = await toldOf(membershipId)
  expect(await comesBack(digest?.returnTo ?? '', report())).toBeNull()
  expect((await mails()).filter(({ back }) => back)).toEqual([expect.objectContaining({ because: 'DSN 5.1.1' })])
  expect(await toldOf(membershipId)).toBe(before + 1)
  const [state] = (await scene.as(scene.people.harbourManager).notice.mailStates()).filter(
    (each) => each.membershipId === membershipId,
  )
  expect(state).toMatchObject({ sent: 2 })
  await scene.owner.query('update digest_choice set wanted = false')
  await story.idle('tell-notice')
})

it('an emergency that nobody can have read is escalated as it comes back, and its sender is told', async () => {
  await scene.owner.query('update notice_post set mail_id = null, dropped_at = app.now()')
  await scene.owner.query('delete from notice_mail')
  const handoffId = await scene.aHandoff(story.one, { area: 'naloxone', status: 'sent' })
  await scene.owner.query(`update handoff set kind = 'emergency' where id = $1`, [handoffId])
  await story.tell(story.happening({ handoffId, urgency: 'emergency' }))
  await story.told('12:01')
  await story.at('12:30')
  const steps = async () =>
    (await scene.owner.query(`select step, because from escalation where handoff_id = $1 order by step`, [handoffId]))
      .rows
  expect(await steps()).toEqual([])
  const [first, ...rest] = story.mail.letters
  await comesBack(first?.returnTo ?? '', report())
  // A colleague is still reached.
  expect(await steps()).toEqual([])
  for (const { returnTo } of rest) await comesBack(returnTo, report())
  expect(await steps()).toContainEqual({ step: 'nobody-there', because: 'mailbox-bounces' })
})

it('is off unless it is set up, and says why it cannot be', async () => {
  const receive = async (domain: string, port: string) => {
    vi.stubEnv('MAIL_BOUNCE_DOMAIN', domain)
    vi.stubEnv('MAIL_BOUNCE_PORT', port)
    return [await receiveBounces(pino({ level: 'silent' })), returnAddress('01999999-9999-7999-8999-999999999999')]
  }
  expect(await receive('', '')).toEqual([null, null])
  expect(await receive('not a domain', '0')).toEqual([null, null])
  expect(await receive('bounce.example.org', 'smtp')).toEqual([null, null])
})
