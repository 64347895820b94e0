import { openScene, type Scene } from '@throughcare/api/testing/scene'
import { asActor } from '@throughcare/db/as-actor'
import { type Notice, recordNotice } from '@throughcare/db/notice/record-notice'
import { type CastPerson, castEmail } from '@throughcare/db/testing/cast'
import type { StoryCase } from '@throughcare/db/testing/story'
import { newId } from '@throughcare/db/uuid'
import pino from 'pino'
import { expect, vi } from 'vitest'
import { startWorker } from '../src/start-worker.ts'
import { WORK } from '../src/work.ts'
import { type MailServer, openMailServer } from './mail-server.ts'

/** A scene with a worker and a mail server, in which a case of Northgate is with Harbour Recovery. Digests are off. */
export type ToldScene = {
  scene: Scene
  mail: MailServer
  one: StoryCase
  /** A happening in that case, told to Harbour's people. */
  happening: (more?: Partial<Notice>) => Notice
  /** Tells as a nurse of Northgate, in one transaction; whether each was written. */
  tell: (...notices: Notice[]) => Promise<boolean[]>
  /** A time of the story's day, in UTC; `ahead`: days after it. */
  at: (time: string, ahead?: number) => Promise<void>
  /** Waits until the worker has nothing of these to do. */
  idle: (...names: string[]) => Promise<void>
  /** What may leave now has left. */
  leave: () => Promise<void>
  /** Everybody has it in their inbox; then it is so late, and what may leave has left. */
  told: (until: string) => Promise<void>
  addressees: () => string[]
  /** Begins another story, on a day of its own, so that no pause and no mail of the one before matters. */
  another: () => Promise<void>
  close: () => Promise<void>
}

export const HARBOUR_WORKERS = ['harbourWorker', 'harbourSecondWorker'] as const satisfies readonly CastPerson[]
export const emailsOf = (...who: CastPerson[]): string[] => who.map(castEmail).toSorted()

/** Opens it for one test file. */
export async function openToldScene(): Promise<ToldScene> {
  const mail = await openMailServer()
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${mail.port}`)
  vi.stubEnv('NEXTAUTH_URL', 'https://throughcare.example.org')
  const scene = await openScene()
  const { owner, services, people } = scene
  const one = await scene.aCase({ familyName: 'Adlerwick', givenNames: 'Ismene' })
  await scene.aHandoff(one, { status: 'accepted' })
  await owner.query(`update account set locale = 'nb' where email = $1`, [castEmail('harbourWorker')])
  await owner.query(`update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'send-notice'`)
  await owner.query(
    'insert into digest_choice (membership_id, wanted, chosen_at, version) select id, false, app.now(), 1 from membership',
  )
  const worker = await startWorker(scene.appUrl, pino({ level: 'silent' }))
  let day = 0
  const at: ToldScene['at'] = (time, ahead = 0) =>
    scene.setClock(new Date(Date.parse(`2026-04-01T${time}:00Z`) + (day + ahead) * 86_400_000))
  const idle: ToldScene['idle'] = async (...names) => {
    await vi.waitFor(
      async () => {
        const { rows } = await owner.query(
          `select name from pgboss.job where name = any ($1) and state in ('created', 'active', 'retry')`,
          [names],
        )
        expect(rows).toEqual([])
      },
      { timeout: 30_000, interval: 50 },
    )
  }
  const leave = async () => {
    await WORK['follow-posts']({})
    await idle('follow-posts', 'send-notice')
  }
  return {
    scene,
    mail,
    one,
    at,
    idle,
    leave,
    happening: (more = {}) => ({
      kind: 'handoff-sent',
      serviceId: services.harbour,
      audience: 'workers',
      episodeId: one.episodeId,
      handoffId: null,
      urgency: 'ordinary',
      dedupeKey: newId(),
      ...more,
    }),
    tell: (...notices) =>
      asActor(people.northgateNurse, async (deed) => {
        const written: boolean[] = []
        for (const notice of notices) written.push(await recordNotice(deed, notice))
        return written
      }),
    told: async (until) => {
      await idle('tell-notice')
      await at(until)
      await leave()
    },
    addressees: () => mail.letters.map(({ to }) => to).toSorted(),
    another: async () => {
      day += 10
      await at('12:00')
      Object.assign(mail, { letters: [], refusals: [], delayMs: 0 })
      await owner.query('delete from notice_settings')
      await owner.query('delete from service_duty_mailbox')
      await owner.query('update notice_post set dropped_at = app.now() where mail_id is null and dropped_at is null')
    },
    close: async () => {
      await worker.stop()
      await mail.close()
      vi.unstubAllEnvs()
      await scene.close()
    },
  }
}
