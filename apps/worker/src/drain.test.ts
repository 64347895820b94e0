import { type ChildProcess, spawn } from 'node:child_process'
import { openScene, type Scene } from '@throughcare/api/testing/scene'
import { asActor } from '@throughcare/db/as-actor'
import { recordNotice } from '@throughcare/db/notice/record-notice'
import { castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { type MailServer, openMailServer } from '../testing/mail-server.ts'

/** The worker as a process of its own: told to stop, killed, and started again. */
let scene: Scene
let mail: MailServer
let child: ChildProcess

beforeAll(async () => {
  mail = await openMailServer()
  scene = await openScene()
  // One reader, so that one letter is one effect.
  await scene.owner.query(`update membership set until = app.now() where id = any ($1)`, [
    [scene.people.harbourSecondWorker.membershipId],
  ])
  await scene.owner.query(
    'insert into digest_choice (membership_id, wanted, chosen_at, version) select id, false, app.now(), 1 from membership',
  )
  await scene.owner.query(
    `update pgboss.queue set retry_delay = 0, retry_backoff = false where name in ('tell-notice', 'send-notice')`,
  )
})
afterEach(() => {
  child.kill('SIGKILL')
})
afterAll(async () => {
  await mail.close()
  await scene.close()
})

function start(): void {
  child = spawn(process.execPath, [new URL('./main.ts', import.meta.url).pathname], {
    env: {
      ...process.env,
      DATABASE_URL: scene.appUrl,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      NEXTAUTH_URL: 'https://throughcare.example.org',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
}
const ended = (): Promise<{ code: number | null; ms: number }> => {
  const began = performance.now()
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, ms: performance.now() - began })))
}
async function anUrgentNotice(): Promise<void> {
  const one = await scene.aCase()
  await scene.aHandoff(one, { status: 'accepted' })
  await asActor(scene.people.northgateNurse, (deed) =>
    recordNotice(deed, {
      kind: 'handoff-ring-duty',
      serviceId: scene.services.harbour,
      audience: { accountId: scene.people.harbourWorker.accountId },
      episodeId: one.episodeId,
      handoffId: null,
      urgency: 'emergency',
      dedupeKey: newId(),
    }),
  )
}
const mails = async () =>
  (
    await scene.owner.query<{ tries: number; sent: boolean }>(
      `select tries, sent_at is not null as sent from notice_mail`,
    )
  ).rows
const until = (holds: () => Promise<void> | void) => vi.waitFor(holds, { timeout: 60_000, interval: 100 })
/** The ten seconds of the undo are over, the worker has handed the letter over and waits for the server's yes. */
const isSending = async () => {
  await until(async () => {
    const { rows } = await scene.owner.query('select 1 from notice_post where mail_id is null')
    expect(rows).toHaveLength(1)
  })
  const { rows } = await scene.owner.query<{ soon: Date }>(`select app.now() + interval '11 seconds' as soon`)
  await scene.setClock(rows[0]?.soon ?? new Date())
  await until(async () => {
    const { rows } = await scene.owner.query(`select 1 from pgboss.job where name = 'send-notice' and state = 'active'`)
    expect(rows).toHaveLength(1)
  })
}

it('H07: told to stop in the middle of a letter, it finishes it, marks it and goes', { timeout: 120_000 }, async () => {
  mail.delayMs = 3_000
  start()
  await anUrgentNotice()
  await isSending()
  const gone = ended()
  child.kill('SIGTERM')
  const { code, ms } = await gone
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(mail.letters.map(({ to }) => to)).toEqual([castEmail('harbourWorker')])
  expect(await mails()).toEqual([{ tries: 0, sent: true }])
  // Started again, it has nothing to do twice.
  mail.delayMs = 0
  start()
  await until(async () => {
    const { rows } = await scene.owner.query(
      `select 1 from worker_heartbeat where beat_at > clock_timestamp() - interval '2 seconds'`,
    )
    expect(rows.length).toBeGreaterThan(0)
  })
  expect(mail.letters).toHaveLength(1)
})

it('H07, G06: killed in the middle of a letter, the next worker sends it, under the same Message-ID', {
  timeout: 180_000,
}, async () => {
  mail.letters = []
  await scene.owner.query(`update notice_mail set decided_at = decided_at - interval '1 hour'`)
  await scene.owner.query(`update pgboss.queue set expire_seconds = 3 where name = 'send-notice'`)
  mail.delayMs = 4_000
  start()
  await anUrgentNotice()
  await isSending()
  child.kill('SIGKILL')
  await ended()
  mail.delayMs = 0
  start()
  await until(async () => expect((await mails()).map(({ sent }) => sent)).toEqual([true, true]))
  // The server may have taken what the killed worker had handed over: then it has the letter twice, and can tell.
  expect(mail.letters[0]?.messageId).toMatch(/^<notice\./)
  expect(new Set(mail.letters.map(({ messageId }) => messageId)).size).toBe(1)
})
