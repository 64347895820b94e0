import { openScene, type Scene } from '@throughcare/api/testing/scene'
import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { type Notice, recordNotice, withdrawNotice } from '@throughcare/db/notice/record-notice'
import { CAST_PEOPLE, type CastPerson, castEmail } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type MailServer, openMailServer } from '../testing/mail-server.ts'
import { postNotice } from './post-notice.ts'
import { startWorker, type Worker } from './start-worker.ts'
import { WORK } from './work.ts'

let scene: Scene
let worker: Worker
let mail: MailServer
let one: StoryCase
let day = 0

beforeAll(async () => {
  mail = await openMailServer()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${mail.port}`)
  vi.stubEnv('NEXTAUTH_URL', 'https://throughcare.example.org')
  scene = await openScene()
  one = await scene.aCase({ familyName: 'Adlerwick', givenNames: 'Ismene' })
  await scene.aHandoff(one, { status: 'accepted' })
  await scene.owner.query(`update account set locale = 'nb' where email = $1`, [castEmail('harbourWorker')])
  await scene.owner.query(`update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'send-notice'`)
  await scene.owner.query(
    'insert into digest_choice (membership_id, wanted, chosen_at, version) select id, false, app.now(), 1 from membership',
  )
  worker = await startWorker(scene.appUrl, pino({ level: 'silent' }))
})
afterAll(async () => {
  await worker.stop()
  await mail.close()
  vi.unstubAllEnvs()
  await scene.close()
})
// Each story is told on days of its own, so that no pause and no mail of the one before matters.
beforeEach(async () => {
  day += 10
  await at('12:00')
  mail.letters = []
  mail.refusals = []
  mail.delayMs = 0
  await scene.owner.query('delete from notice_settings')
  await scene.owner.query('delete from service_duty_mailbox')
  await scene.owner.query('update notice_post set dropped_at = app.now() where mail_id is null and dropped_at is null')
})

const at = (time: string) => scene.setClock(new Date(Date.parse(`2026-04-01T${time}:00Z`) + day * 86_400_000))
const workers = ['harbourWorker', 'harbourSecondWorker'] as const satisfies readonly CastPerson[]
const emails = (...who: CastPerson[]) => who.map(castEmail).toSorted()
const addressees = () => mail.letters.map(({ to }) => to).toSorted()

const happening = (more: Partial<Notice> = {}): Notice => ({
  kind: 'handoff-sent',
  serviceId: scene.services.harbour,
  audience: 'workers',
  episodeId: one.episodeId,
  handoffId: null,
  urgency: 'ordinary',
  dedupeKey: newId(),
  ...more,
})
const tell = (...notices: Notice[]) =>
  asActor(scene.people.northgateNurse, async (deed) => {
    const written: boolean[] = []
    for (const notice of notices) written.push(await recordNotice(deed, notice))
    return written
  })

/** Waits until the worker has nothing of these to do. */
async function idle(...names: string[]): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await scene.owner.query(
        `select name from pgboss.job where name = any ($1) and state in ('created', 'active', 'retry')`,
        [names],
      )
      expect(rows).toEqual([])
    },
    { timeout: 30_000, interval: 50 },
  )
}
/** Everybody has it in their inbox; then it is so late, and what may leave has left. */
async function told(until: string): Promise<void> {
  await idle('tell-notice')
  await at(until)
  await leave()
}
/** What may leave now has left. */
async function leave(): Promise<void> {
  await WORK['follow-posts']({})
  await idle('follow-posts', 'send-notice')
}

describe('a notice', () => {
  it('is told in the transaction in which it happens, once for a key', async () => {
    const notice = happening()
    expect(await tell(notice, notice)).toEqual([true, false])
    expect(await tell(notice)).toEqual([false])
    // To managers the same happening is another telling.
    expect(await tell({ ...notice, audience: 'managers' })).toEqual([true])
    await expect(
      asActor(scene.people.northgateNurse, async (deed) => {
        await recordNotice(deed, happening({ dedupeKey: 'undone' }))
        throw new Error('the deed fell through')
      }),
    ).rejects.toThrow('fell through')
    await idle('tell-notice')
    const { rows } = await scene.owner.query(
      `select (select count(*)::int from notice where dedupe_key = 'undone') as undone,
         (select count(*)::int from notice_entry e join notice n on n.id = e.notice_id where n.dedupe_key = $1) as entries`,
      [notice.dedupeKey],
    )
    expect(rows).toEqual([{ undone: 0, entries: workers.length + 1 }])
  })

  it('cannot be told by or to a service that has no part in the case', async () => {
    await expect(tell(happening({ serviceId: scene.services.riverside }))).rejects.toThrow()
    await expect(asActor(scene.people.riversideWorker, (deed) => recordNotice(deed, happening()))).rejects.toThrow()
    expect(
      await asActor(systemActor(scene.services.harbour), (deed) =>
        recordNotice(deed, happening({ serviceId: scene.services.riverside })),
      ),
    ).toBe(true)
  })

  it('stands in the inbox until it is read, unread ones first', async () => {
    await tell(happening(), happening({ kind: 'handoff-ring-duty', urgency: 'emergency' }))
    await idle('tell-notice')
    const sam = scene.as(scene.people.harbourSecondWorker)
    const before = await sam.notice.standing()
    const { notices } = await sam.notice.list({})
    expect(notices[0]).toMatchObject({ kind: 'handoff-ring-duty', readAt: null, episodeId: one.episodeId })
    await sam.notice.markRead({ requestId: newId(), noticeIds: [notices[0]?.id ?? ''] })
    expect(await sam.notice.standing()).toMatchObject({
      unread: before.unread - 1,
      emergencies: before.emergencies - 1,
    })
    expect((await sam.notice.list({})).notices[0]?.kind).toBe('handoff-sent')
    // Nobody else's.
    await scene
      .as(scene.people.riversideWorker)
      .notice.markRead({ requestId: newId(), noticeIds: [notices[1]?.id ?? ''] })
    expect((await sam.notice.standing()).unread).toBe(before.unread - 1)
  })
})

describe('an e-mail about notices', () => {
  it('U17: is in the language of each reader, and names nobody', async () => {
    await tell(happening())
    await told('12:01')
    expect(addressees()).toEqual(emails(...workers))
    const [norwegian, english] = workers.map((who) => mail.letters.find(({ to }) => to === castEmail(who)))
    expect(norwegian?.text).toContain('En overføring har kommet til tjenesten din')
    expect(english?.text).toContain('A handoff has come to your service')
    for (const { source, text, to } of mail.letters) {
      const whole = `${source.replaceAll(to, '')} ${text}`.toLowerCase()
      for (const name of ['Adlerwick', 'Ismene', one.number, ...Object.values(CAST_PEOPLE).map((p) => p.name), 'HMP'])
        expect(whole).not.toContain(name.toLowerCase())
      expect(whole).not.toMatch(/methadone|metadon|naloxon|dose|prison|fengsel|text\/html/)
      expect(text.match(/https?:\S+/g)).toEqual(['https://throughcare.example.org/notices'])
    }
  })

  it('leaves after the ten seconds in which it can be undone, and not at all when it was', async () => {
    const [kept, undone] = [happening(), happening()]
    await tell(kept, undone)
    await idle('tell-notice')
    await scene.setClock(new Date((await scene.owner.query('select app.now() as now')).rows[0].now))
    expect(mail.letters).toEqual([])
    await asActor(scene.people.northgateNurse, (deed) => withdrawNotice(deed, undone))
    await told('12:01')
    expect(mail.letters.map(({ text }) => /\(2 times\)|\(2 ganger\)/.test(text))).toEqual([false, false])
    const { notices } = await scene.as(scene.people.harbourWorker).notice.list({})
    expect(notices.filter(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(1)
  })

  it('does not leave for what was read before, nor for a case on which work has stopped', async () => {
    await tell(happening())
    await idle('tell-notice')
    const sam = scene.as(scene.people.harbourWorker)
    const { notices } = await sam.notice.list({})
    await sam.notice.markRead({ requestId: newId(), noticeIds: notices.map(({ id }) => id) })
    await told('12:01')
    expect(addressees()).toEqual(emails('harbourSecondWorker'))

    const gone = await scene.aCase({ familyName: 'Bergqvist' })
    await scene.aHandoff(gone, { status: 'accepted' })
    await at('13:00')
    mail.letters = []
    await tell(happening({ episodeId: gone.episodeId, urgency: 'emergency' }))
    await idle('tell-notice')
    await scene.owner.query(
      `insert into custody_event (id, episode_id, kind, at, ended_episode, recorded_at, service_id, recorded_by)
       values (gen_random_uuid(), $1, 'deported', app.now(), false, app.now(), $2, $3)`,
      [gone.episodeId, scene.services.northgate, scene.people.northgateNurse.accountId],
    )
    await tell(happening({ episodeId: gone.episodeId, kind: 'case-stopped', urgency: 'emergency' }))
    await tell(happening({ episodeId: gone.episodeId, kind: 'handoff-question', urgency: 'emergency' }))
    await told('13:05')
    expect(mail.letters).toEqual([])
    const { rows } = await scene.owner.query(
      `select distinct kind from notice_entry where episode_id = $1 and kind <> 'handoff-sent'`,
      [gone.episodeId],
    )
    expect(rows).toEqual([{ kind: 'case-stopped' }])
  })

  it('G06: goes again under the same Message-ID when the worker dies between the server’s yes and ours', async () => {
    await scene.as(scene.people.harbourSecondWorker).notice.choose({
      requestId: newId(),
      seenVersion: 0,
      ways: { 'handoff-sent': 'colleague' },
      colleagueId: scene.people.harbourWorker.membershipId,
      quiet: null,
    })
    await tell(happening())
    await told('12:01')
    // Re-routed to a colleague who has it already: one post, one letter.
    expect(addressees()).toEqual(emails('harbourWorker'))
    const [first] = mail.letters
    const { rows } = await scene.owner.query<{ id: string }>(
      `update notice_mail set sent_at = null where sent_at >= app.now() - interval '1 hour' returning id`,
    )
    await WORK['send-notice']({ serviceId: scene.services.harbour, mailId: rows[0]?.id ?? '' })
    expect(mail.letters).toHaveLength(2)
    expect(first?.messageId).toMatch(/^<notice\.[0-9a-f-]{36}@throughcare\.example\.org>$/)
    expect(mail.letters[1]?.messageId).toBe(first?.messageId)
    await WORK['send-notice']({ serviceId: scene.services.harbour, mailId: rows[0]?.id ?? '' })
    expect(mail.letters).toHaveLength(2)
  })
})

describe('U18: how somebody hears of what', () => {
  const choose = (who: CastPerson, ways: object, more: object = {}) =>
    scene.as(scene.people[who]).notice.choose({
      requestId: newId(),
      seenVersion: 0,
      ways,
      colleagueId: null,
      quiet: null,
      ...more,
    })

  it('what is safety-critical cannot be muted or put off, whatever is sent', async () => {
    for (const way of ['muted', 'once-a-day'])
      await expect(choose('harbourWorker', { 'did-not-arrive': way })).rejects.toThrow()
    await choose('harbourWorker', { 'handoff-accepted': 'muted' })
    // Written past the form, it goes its default way.
    await scene.owner.query(`update notice_settings set ways = '{"handoff-sent": "muted"}'`)
    await tell(happening())
    await told('12:01')
    expect(addressees()).toEqual(emails(...workers))
  })

  it('it is re-routed to a colleague, in the inbox and by e-mail, and comes back when the colleague has gone', async () => {
    const colleagueId = scene.people.harbourManager.membershipId
    await choose('harbourWorker', { 'handoff-sent': 'colleague' }, { colleagueId })
    await tell(happening())
    await told('12:01')
    expect(addressees()).toEqual(emails('harbourManager', 'harbourSecondWorker'))
    const { notices } = await scene.as(scene.people.harbourManager).notice.list({})
    expect(notices[0]).toMatchObject({ kind: 'handoff-sent', onBehalfOf: CAST_PEOPLE.harbourWorker.name })
    await scene.owner.query('update membership set until = app.now() where id = $1', [colleagueId])
    mail.letters = []
    await at('14:00')
    await tell(happening())
    await told('14:01')
    expect(addressees()).toEqual(emails(...workers))
    await scene.owner.query('update membership set until = null where id = $1', [colleagueId])
  })

  it('it goes to the duty mailbox, which is rung first and has no quiet hours', async () => {
    await scene.as(scene.people.harbourManager).notice.setDutyMailbox({
      requestId: newId(),
      seenVersion: 0,
      email: 'duty@harbour.example.org',
    })
    await choose('harbourWorker', { 'handoff-sent': 'duty' })
    await tell(happening(), happening({ audience: 'duty', kind: 'handoff-ring-duty', urgency: 'emergency' }))
    await told('12:01')
    expect(addressees()).toEqual([...emails('harbourSecondWorker'), 'duty@harbour.example.org'].toSorted())
    const duty = mail.letters.find(({ to }) => to.startsWith('duty'))
    expect(duty?.subject).toContain('urgent')
  })

  it('what can wait comes once a day at opening, or not at all', async () => {
    await choose('harbourSecondWorker', { 'handoff-accepted': 'muted' })
    await tell(happening({ kind: 'handoff-accepted' }))
    await told('12:01')
    expect(mail.letters).toEqual([])
    await scene.setClock(new Date(Date.parse('2026-04-03T12:00:00Z') + day * 86_400_000))
    await leave()
    const left = await scene.owner.query(
      `select count(*)::int as n from notice_post where kind = 'handoff-accepted' and membership_id = $1`,
      [scene.people.harbourSecondWorker.membershipId],
    )
    expect(left.rows).toEqual([{ n: 0 }])
    const due = await scene.owner.query(
      `select to_char(mail_at at time zone 'Europe/London', 'HH24:MI') as at from notice_post
       where kind = 'handoff-accepted' and membership_id = $1`,
      [scene.people.harbourWorker.membershipId],
    )
    expect(due.rows).toEqual([{ at: '09:00' }])
  })
})

describe('F16: quiet hours, and a day with 500 releases', () => {
  it('an ordinary one waits for the morning, an emergency does not', async () => {
    await at('21:00')
    await tell(happening())
    await told('21:30')
    expect(mail.letters).toEqual([])
    await tell(happening({ urgency: 'emergency' }))
    await told('21:31')
    expect(addressees()).toEqual(emails(...workers))
    await scene.setClock(new Date(Date.parse('2026-04-02T05:59:00Z') + day * 86_400_000))
    await leave()
    expect(mail.letters).toHaveLength(2)
    await scene.setClock(new Date(Date.parse('2026-04-02T06:00:30Z') + day * 86_400_000))
    await leave()
    expect(mail.letters).toHaveLength(4)
  })

  it('500 releases are a few e-mails with counts, and an emergency passes within a minute', {
    timeout: 120_000,
  }, async () => {
    const notices = Array.from({ length: 500 }, () => happening())
    for (let from = 0; from < 500; from += 100) {
      await at(`12:0${from / 100}`)
      await tell(...notices.slice(from, from + 100))
      await told(`12:0${from / 100}`)
    }
    await told('12:07')
    await tell(happening({ kind: 'handoff-ring-duty', urgency: 'emergency' }))
    await told('12:08')
    await told('12:40')
    const mine = mail.letters.filter(({ to }) => to === castEmail('harbourSecondWorker'))
    expect(mine.length).toBeGreaterThanOrEqual(2)
    expect(mine.length).toBeLessThanOrEqual(4)
    expect(mine.filter(({ subject }) => /urgent/.test(subject))).toHaveLength(1)
    const counted = mine.reduce(
      (sum, { text }) => sum + Number(/come to your service(?: \((\d+) times\))?/.exec(text)?.[1] ?? 0),
      0,
    )
    expect(counted).toBe(500)
  })
})

describe('H05: the mail server', () => {
  const states = async (who: CastPerson = 'harbourManager') => {
    const all = await scene.as(scene.people[who]).notice.mailStates()
    return all.filter(({ membershipId }) => membershipId === scene.people.harbourSecondWorker.membershipId)
  }
  beforeEach(async () => {
    await scene.owner.query('update notice_post set mail_id = null, dropped_at = app.now()')
    await scene.owner.query('delete from notice_mail')
  })

  it('says later: the letter waits, is tried again and seen, and whoever told it noticed nothing', async () => {
    mail.refusals = Array.from({ length: 3 }, () => ({ code: 451, at: castEmail('harbourSecondWorker') }))
    await tell(happening())
    await told('12:01')
    expect(addressees()).toEqual(emails(...workers))
    expect(await states()).toMatchObject([{ state: 'fine', sent: 1, because: 'EENVELOPE 451' }])
  })

  it('is away: the letter is put off and seen, and leaves when the server is back', { timeout: 60_000 }, async () => {
    const { port } = mail
    await mail.close()
    await scene.owner.query(`update pgboss.queue set retry_delay = 1 where name = 'send-notice'`)
    const began = performance.now()
    await tell(happening())
    expect(performance.now() - began).toBeLessThan(2_000)
    await idle('tell-notice')
    await at('12:01')
    await WORK['follow-posts']({})
    await vi.waitFor(async () => expect(await states()).toMatchObject([{ state: 'deferred' }]), { timeout: 20_000 })
    expect(await states('administrator')).toMatchObject([
      { state: 'deferred', because: expect.stringContaining('ESOCKET') },
    ])
    mail = await openMailServer(port)
    await idle('send-notice')
    expect(addressees()).toEqual(emails(...workers))
    expect(await states()).toMatchObject([{ state: 'fine' }])
    await scene.owner.query(`update pgboss.queue set retry_delay = 0 where name = 'send-notice'`)
  })

  it('refuses an address for good: it is not tried again, and the service is known for it until a letter arrives', async () => {
    const bounces = () =>
      asActor(scene.people.northgateNurse, (deed) => hasBouncingMailbox(deed, scene.services.harbour))
    mail.refusals = workers.map((who) => ({ code: 550, at: castEmail(who) }))
    expect(await bounces()).toBe(false)
    await tell(happening())
    await told('12:01')
    expect(mail.letters).toEqual([])
    expect(await bounces()).toBe(true)
    expect(await states()).toMatchObject([{ state: 'refused', because: 'EENVELOPE 550' }])
    expect(JSON.stringify(await states('administrator'))).not.toContain('@')
    await idle('tell-notice')
    const { notices } = await scene.as(scene.people.harbourManager).notice.list({})
    expect(notices.filter(({ kind, readAt }) => kind === 'mail-comes-back' && !readAt)).toHaveLength(2)
    await at('14:00')
    await tell(happening())
    await told('14:01')
    expect(addressees()).toContain(castEmail('harbourSecondWorker'))
    expect(await bounces()).toBe(false)
  })

  it('never repeats an address when it says what went wrong', async () => {
    mail.refusals = [{ code: 550 }]
    const letter = { to: castEmail('harbourWorker'), locale: 'en', urgency: 'ordinary', counts: {}, key: 'k' } as const
    await expect(postNotice(letter)).rejects.toThrow(/^the mail server did not take it: EENVELOPE 550$/)
  })

  it('what was given up is seen by an administrator as a code, and tried once more on their press', async () => {
    await scene.owner.query(`update pgboss.queue set retry_limit = 1 where name = 'send-notice'`)
    mail.refusals = Array.from({ length: 4 }, () => ({ code: 451 }))
    await tell(happening())
    await told('12:01')
    const administrator = scene.as(scene.people.administrator)
    const queue = async () => (await administrator.job.board()).queues.find(({ name }) => name === 'send-notice')
    expect(await queue()).toMatchObject({ failed: 2, because: 'Error EENVELOPE 451', mayRetry: true })
    expect(mail.letters).toEqual([])
    expect(await administrator.job.retry({ requestId: newId(), name: 'send-notice' })).toEqual({ retried: 2 })
    await idle('send-notice')
    expect(addressees()).toEqual(emails(...workers))
    expect(await queue()).toBeUndefined()
    await scene.owner.query(`update pgboss.queue set retry_limit = 50 where name = 'send-notice'`)
  })
})
