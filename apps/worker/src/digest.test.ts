import type { AddressInfo } from 'node:net'
import { openScene, type Scene } from '@throughcare/api/testing/scene'
import { CAST_PEOPLE, CAST_SERVICES, type CastPerson, castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { mayEver } from '@throughcare/domain/access/who-may'
import { digestCounts } from '@throughcare/domain/gap/digest-causes'
import pino from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { postDigest } from './post-digest.ts'
import { isPosting, whyNotPosting } from './post-mail.ts'
import { startWorker, type Worker } from './start-worker.ts'
import { WORK } from './work.ts'

/** A letter as the mail server got it. */
type Letter = { to: string; source: string; text: string }

const EVERYBODY = Object.keys(CAST_PEOPLE) as CastPerson[]
const READERS = EVERYBODY.filter((who) =>
  mayEver(CAST_PEOPLE[who].role, CAST_SERVICES[CAST_PEOPLE[who].service].kind, 'gap.board'),
)
const MEDICINES = /methadone|buprenorphine|morphine|metadon|buprenorfin|morfin|depot|naloxon|dose|prescri|resept/i

let scene: Scene
let worker: Worker
let server: SMTPServer
let letters: Letter[] = []
let refuses = 0

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      if (refuses === 0) return done()
      refuses -= 1
      done(Object.assign(new Error(`${address} later`), { responseCode: 451 }))
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8')
        letters.push({ to: envelope.rcptTo[0]?.address ?? '', source, text: readable(source) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`)
  vi.stubEnv('NEXTAUTH_URL', 'https://throughcare.example.org')
  scene = await openScene()
  await scene.setClock(new Date('2026-03-26T08:59:00Z'))
  await scene.owner.query(`update account set locale = 'nb' where email = $1`, [castEmail('harbourWorker')])
  for (const familyName of ['Adlerwick', 'Bergqvist', 'Coywell', 'Dornfeld', 'Endermann', 'Falkenau']) {
    const one = await scene.aCase({ familyName, givenNames: 'Ismene' })
    await scene.aTreatment(one, { dosing: 'millLane' })
  }
  worker = await startWorker(scene.appUrl, pino({ level: 'silent' }))
})
afterAll(async () => {
  await worker.stop()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  vi.unstubAllEnvs()
  await scene.close()
})
beforeEach(() => {
  letters = []
})

/** The body as a reader sees it: quoted-printable lines joined. */
function readable(source: string): string {
  const [, ...body] = source.split('\r\n\r\n')
  return /quoted-printable/i.test(source)
    ? Buffer.from(
        body
          .join('\r\n\r\n')
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : body.join('\r\n\r\n')
}

const addressees = () => letters.map(({ to }) => to).toSorted()
const emailsOf = (people: readonly CastPerson[]) => people.map(castEmail).toSorted()
async function muteAllBut(who: CastPerson): Promise<void> {
  await scene.owner.query(
    `insert into digest_choice (membership_id, wanted, chosen_at, version)
     select m.id, false, app.now(), 1 from membership m where m.id <> $1 on conflict do nothing`,
    [scene.people[who].membershipId],
  )
}
/** Presses the clock, and waits until everything that it set off is sent or given up. */
async function pressClock(at: string): Promise<void> {
  await scene.setClock(new Date(at))
  await WORK['follow-digests']({})
  await allSent()
}
async function allSent(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await scene.owner.query(
        `select 1 from pgboss.job where name = 'send-digest' and state in ('created', 'active', 'retry')`,
      )
      expect(rows).toEqual([])
    },
    { timeout: 30_000, interval: 100 },
  )
}

describe('the digest at opening time', () => {
  it('is not sent a minute before the door opens', async () => {
    await pressClock('2026-03-26T08:59:30Z')
    expect(letters).toEqual([])
  })

  it('sends one to each member who may see the board, and none to anybody else', { timeout: 60_000 }, async () => {
    await pressClock('2026-03-26T09:00:00Z')
    expect(addressees()).toEqual(emailsOf(READERS))
    expect(READERS.length).toBeGreaterThan(3)
    expect(READERS).not.toContain('havenWorker')
  })

  it('sends none again that day, however often it is asked', async () => {
    await pressClock('2026-03-26T09:01:00Z')
    await pressClock('2026-03-26T16:59:00Z')
    expect(letters).toEqual([])
    const { rows } = await scene.owner.query<{ serviceId: string; membershipId: string; day: string }>(
      `select service_id as "serviceId", membership_id as "membershipId", day::text from digest_sent where sent_at is null`,
    )
    expect(rows).toEqual([])
  })

  it('a job that comes twice sends nothing more', async () => {
    const { serviceId, membershipId } = scene.people.northgateNurse
    await WORK['send-digest']({ serviceId, membershipId, day: '2026-03-26' as never })
    expect(letters).toEqual([])
  })

  it('names nobody, no treatment, no place and no number of a person, in both languages', {
    timeout: 60_000,
  }, async () => {
    await pressClock('2026-03-27T09:00:00Z')
    const { rows } = await scene.owner.query<{ number: string; family_name: string }>(
      'select i.value as number, p.family_name from person p join person_identifier i on i.person_id = p.id',
    )
    const said = [
      ...rows.flatMap(({ number, family_name }) => [number, family_name]),
      'Ismene',
      ...Object.values(CAST_SERVICES).map(({ name }) => name),
      ...Object.values(CAST_PEOPLE).map(({ name }) => name),
    ]
    expect(letters.length).toBe(READERS.length)
    for (const { to, source: whole, text } of letters) {
      // The address of the reader is on the envelope, and is made of their own name.
      const source = whole.replace(to, '')
      for (const name of said) expect(`${source} ${text}`.toLowerCase()).not.toContain(name.toLowerCase())
      expect(`${source} ${text}`).not.toMatch(MEDICINES)
      expect(source).not.toMatch(/text\/html/i)
      expect(text).toContain('https://throughcare.example.org/gaps')
    }
    const nurse = letters.find(({ to }) => to === castEmail('northgateNurse'))
    expect(nurse?.text).toMatch(/Coming days without cover, in the next 14 days:\r?\n- .+: 6 people/)
    expect(nurse?.source).toContain('Subject: Throughcare: your board today')
    const norwegian = letters.find(({ to }) => to === castEmail('harbourWorker'))
    expect(norwegian?.text).toContain('Ingen på tavlen din har en kommende dag uten dekning')
    expect(norwegian?.source).toContain('Subject: Throughcare: tavlen din i dag')
  })

  it('sends none on a day on which the service is shut', async () => {
    await pressClock('2026-03-28T09:00:00Z')
    expect(letters).toEqual([])
  })

  it('sends none to whoever muted it, and again to whoever wants it again', { timeout: 60_000 }, async () => {
    await scene.setClock(new Date('2026-03-30T07:00:00Z'))
    const nurse = scene.as(scene.people.northgateNurse)
    expect(await nurse.gap.digestChoice()).toEqual({ wanted: true, version: 0 })
    await nurse.gap.chooseDigest({ requestId: newId(), seenVersion: 0, wanted: false })
    await pressClock('2026-03-30T08:00:00Z')
    expect(addressees()).toEqual(emailsOf(READERS.filter((who) => who !== 'northgateNurse')))
    await nurse.gap.chooseDigest({ requestId: newId(), seenVersion: 1, wanted: true })
    await pressClock('2026-03-30T08:01:00Z')
    expect(addressees()).toEqual(emailsOf(READERS))
  })

  it('makes up for an hour in which the worker was away, and not for an evening', async () => {
    await muteAllBut('northgateNurse')
    await pressClock('2026-03-31T17:30:00Z')
    expect(letters).toEqual([])
    await pressClock('2026-04-01T11:00:00Z')
    expect(addressees()).toEqual(emailsOf(['northgateNurse']))
  })

  it('tries again when the mail server did not take it, once in the end', { timeout: 60_000 }, async () => {
    refuses = 1
    await scene.owner.query(`update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'send-digest'`)
    await pressClock('2026-04-02T08:00:00Z')
    expect(addressees()).toEqual(emailsOf(['northgateNurse']))
  })

  it('never repeats an address when it says what went wrong', async () => {
    refuses = 1
    const letter = {
      to: castEmail('northgateNurse'),
      locale: 'en',
      counts: digestCounts([]),
      key: 'digest.again',
      mailId: newId(),
    }
    await expect(postDigest(letter)).rejects.toThrow(/^the mail server did not take it: EENVELOPE 451$/)
  })

  it('does not send in the night what the mail server did not take by day', async () => {
    const { serviceId, membershipId } = scene.people.northgateNurse
    await scene.setClock(new Date('2026-04-02T20:00:00Z'))
    await scene.owner.query(`update digest_sent set sent_at = null where membership_id = $1 and day = '2026-04-02'`, [
      membershipId,
    ])
    await WORK['send-digest']({ serviceId, membershipId, day: '2026-04-02' as never })
    expect(letters).toEqual([])
  })

  it('shows an administrator what the mail server did not take, with no address, and sends it on their press', {
    timeout: 60_000,
  }, async () => {
    const { northgateNurse, administrator } = scene.people
    const { serviceId, membershipId } = northgateNurse
    await scene.setClock(new Date('2026-04-02T09:30:00Z'))
    await scene.owner.query(
      `update digest_sent set sent_at = null, failures = 0, failed_at = null, failed_because = null
       where membership_id = $1 and day = '2026-04-02'`,
      [membershipId],
    )
    refuses = 1
    await expect(WORK['send-digest']({ serviceId, membershipId, day: '2026-04-02' as never })).rejects.toThrow(
      'the mail server did not take it',
    )
    const admin = scene.as(administrator)
    const failures = await admin.gap.digestFailures()
    expect(failures).toMatchObject([
      { serviceName: 'HMP Northgate', day: '2026-04-02', unsent: 1, because: 'EENVELOPE 451', mayRetry: true },
    ])
    expect(JSON.stringify(failures)).not.toContain('@')
    await expect(scene.as(northgateNurse).gap.digestFailures()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const press = { requestId: newId(), serviceId, day: '2026-04-02' as never }
    expect(await admin.gap.retryDigests(press)).toEqual({ retried: 1 })
    expect(await admin.gap.retryDigests(press)).toEqual({ retried: 1 })
    await allSent()
    expect(addressees()).toEqual(emailsOf(['northgateNurse']))
    expect(await admin.gap.digestFailures()).toEqual([])
    expect(await admin.gap.retryDigests({ ...press, requestId: newId() })).toEqual({ retried: 0 })
  })

  it('keeps what was sent for thirty days and no longer, by one function', async () => {
    const days = async () =>
      (await scene.owner.query<{ day: string }>('select distinct day::text from digest_sent order by 1')).rows.map(
        ({ day }) => day,
      )
    const { rows } = await scene.owner.query<{ kept: number }>(
      `select extract(day from app.digests_kept_for())::int as kept`,
    )
    expect(rows).toEqual([{ kept: 30 }])
    const before = await days()
    await WORK.sweep({})
    expect(await days()).toEqual(before)
    await scene.setClock(new Date('2026-04-27T09:30:00Z'))
    await WORK.sweep({})
    expect(await days()).toEqual(before.filter((day) => day >= '2026-03-30'))
    await scene.setClock(new Date('2026-04-02T20:00:00Z'))
  })

  it('decides and sends nothing without a mail server, and says why', async () => {
    vi.stubEnv('SMTP_URL', '')
    await pressClock('2026-04-07T08:00:00Z')
    expect(whyNotPosting()).toBe('SMTP_URL is not set')
    expect(isPosting()).toBe(false)
    const { rows } = await scene.owner.query(`select 1 from digest_sent where day = '2026-04-07'`)
    expect(rows).toEqual([])
    vi.stubEnv('SMTP_URL', 'mail.example.org')
    expect(whyNotPosting()).toMatch(/^SMTP_URL is not the address/)
  })
})
