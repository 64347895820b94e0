import type { Scene } from '@throughcare/api/testing/scene'
import { asActor } from '@throughcare/db/as-actor'
import { hasBouncingMailbox } from '@throughcare/db/notice/notice-mail-repository'
import { type CastPerson, castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MailServer } from '../testing/mail-server.ts'
import { emailsOf, HARBOUR_WORKERS, openToldScene, type ToldScene } from '../testing/told-scene.ts'
import { postNotice } from './post-notice.ts'
import { WORK } from './work.ts'

let scene: Scene
let mail: MailServer
let story: ToldScene
beforeAll(async () => {
  story = await openToldScene()
  ;({ scene, mail } = story)
})
afterAll(() => story.close())
beforeEach(() => story.another())

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
    await story.tell(story.happening())
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
    expect(await states()).toMatchObject([{ state: 'fine', sent: 1, because: 'EENVELOPE 451' }])
  })

  it('is away: the letter is put off and seen, and leaves when the server is back', { timeout: 60_000 }, async () => {
    await mail.close()
    await scene.owner.query(`update pgboss.queue set retry_delay = 1 where name = 'send-notice'`)
    const began = performance.now()
    await story.tell(story.happening())
    expect(performance.now() - began).toBeLessThan(2_000)
    await story.idle('tell-notice')
    await story.at('12:01')
    await WORK['follow-posts']({})
    await vi.waitFor(async () => expect(await states()).toMatchObject([{ state: 'deferred' }]), { timeout: 20_000 })
    expect(await states('administrator')).toMatchObject([
      { state: 'deferred', because: expect.stringContaining('ESOCKET') },
    ])
    await mail.comeBack()
    await story.idle('send-notice')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
    expect(await states()).toMatchObject([{ state: 'fine' }])
    await scene.owner.query(`update pgboss.queue set retry_delay = 0 where name = 'send-notice'`)
  })

  it('is slow: presses and inboxes do not wait for it', async () => {
    mail.delayMs = 1_500
    await story.tell(story.happening())
    await story.idle('tell-notice')
    await story.at('12:01')
    await WORK['follow-posts']({})
    await vi.waitFor(async () => {
      const { rows } = await scene.owner.query(
        `select 1 from pgboss.job where name = 'send-notice' and state = 'active'`,
      )
      expect(rows.length).toBeGreaterThan(0)
    })
    await story.tell(story.happening({ dedupeKey: 'meanwhile' }))
    await scene.as(scene.people.harbourWorker).notice.standing()
    expect(mail.letters).toEqual([])
    await story.idle('send-notice')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
  })

  it('refuses an address for good: it is not tried again, and the service is known for it until a letter arrives', async () => {
    const bounces = () =>
      asActor(scene.people.northgateNurse, (deed) => hasBouncingMailbox(deed, scene.services.harbour))
    mail.refusals = HARBOUR_WORKERS.map((who) => ({ code: 550, at: castEmail(who) }))
    expect(await bounces()).toBe(false)
    await story.tell(story.happening())
    await story.told('12:01')
    expect(mail.letters).toEqual([])
    expect(await bounces()).toBe(true)
    expect(await states()).toMatchObject([{ state: 'refused', because: 'EENVELOPE 550' }])
    expect(JSON.stringify(await states('administrator'))).not.toContain('@')
    await story.idle('tell-notice')
    const { notices } = await scene.as(scene.people.harbourManager).notice.list({})
    expect(notices.filter(({ kind, readAt }) => kind === 'mail-comes-back' && !readAt)).toHaveLength(2)
    await story.at('14:00')
    await story.tell(story.happening())
    await story.told('14:01')
    expect(story.addressees()).toContain(castEmail('harbourSecondWorker'))
    expect(await bounces()).toBe(false)
  })

  it('never repeats an address when it says what went wrong', async () => {
    mail.refusals = [{ code: 550 }]
    const letter = {
      to: castEmail('harbourWorker'),
      locale: 'en',
      urgency: 'ordinary',
      counts: {},
      key: 'k',
      mailId: newId(),
    } as const
    await expect(postNotice(letter)).rejects.toThrow(/^the mail server did not take it: EENVELOPE 550$/)
  })

  it('what was given up is seen by an administrator as a code, and tried once more on their press', async () => {
    await scene.owner.query(`update pgboss.queue set retry_limit = 1 where name = 'send-notice'`)
    mail.refusals = Array.from({ length: 4 }, () => ({ code: 451 }))
    await story.tell(story.happening())
    await story.told('12:01')
    const administrator = scene.as(scene.people.administrator)
    const queue = async () => (await administrator.job.board()).queues.find(({ name }) => name === 'send-notice')
    expect(await queue()).toMatchObject({ failed: 2, because: 'Error EENVELOPE 451', mayRetry: true })
    expect(mail.letters).toEqual([])
    expect(await administrator.job.retry({ requestId: newId(), name: 'send-notice' })).toEqual({ retried: 2 })
    await story.idle('send-notice')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
    expect(await queue()).toBeUndefined()
    await scene.owner.query(`update pgboss.queue set retry_limit = 50 where name = 'send-notice'`)
  })
})
