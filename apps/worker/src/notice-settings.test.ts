import type { Scene } from '@throughcare/api/testing/scene'
import { CAST_PEOPLE, type CastPerson, castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MailServer } from '../testing/mail-server.ts'
import { emailsOf, HARBOUR_WORKERS, openToldScene, type ToldScene } from '../testing/told-scene.ts'

let scene: Scene
let mail: MailServer
let story: ToldScene
beforeAll(async () => {
  story = await openToldScene()
  ;({ scene, mail } = story)
})
afterAll(() => story.close())
beforeEach(() => story.another())

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
    await story.tell(story.happening())
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
  })

  it('it is re-routed to a colleague, in the inbox and by e-mail, and comes back when the colleague has gone', async () => {
    const colleagueId = scene.people.harbourManager.membershipId
    await choose('harbourWorker', { 'handoff-sent': 'colleague' }, { colleagueId })
    await story.tell(story.happening())
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf('harbourManager', 'harbourSecondWorker'))
    const { notices } = await scene.as(scene.people.harbourManager).notice.list({})
    expect(notices[0]).toMatchObject({ kind: 'handoff-sent', onBehalfOf: CAST_PEOPLE.harbourWorker.name })
    await scene.owner.query('update membership set until = app.now() where id = $1', [colleagueId])
    mail.letters = []
    await story.at('14:00')
    await story.tell(story.happening())
    await story.told('14:01')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
    await scene.owner.query('update membership set until = null where id = $1', [colleagueId])
  })

  it('it goes to the duty mailbox, which is rung first and has no quiet hours', async () => {
    await scene.as(scene.people.harbourManager).notice.setDutyMailbox({
      requestId: newId(),
      seenVersion: 0,
      email: 'duty@harbour.example.org',
    })
    await choose('harbourWorker', { 'handoff-sent': 'duty' })
    await story.tell(
      story.happening(),
      story.happening({ audience: 'duty', kind: 'handoff-ring-duty', urgency: 'emergency' }),
    )
    await story.told('12:01')
    expect(story.addressees()).toEqual([...emailsOf('harbourSecondWorker'), 'duty@harbour.example.org'].toSorted())
    const duty = mail.letters.find(({ to }) => to.startsWith('duty'))
    expect(duty?.subject).toContain('urgent')
  })

  it('what can wait comes once a day at opening, or not at all', async () => {
    await choose('harbourSecondWorker', { 'handoff-accepted': 'muted' })
    await story.tell(story.happening({ kind: 'handoff-accepted' }))
    await story.told('12:01')
    expect(mail.letters).toEqual([])
    await story.at('12:00', 2)
    await story.leave()
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
    await story.at('21:00')
    await story.tell(story.happening())
    await story.told('21:30')
    expect(mail.letters).toEqual([])
    await story.tell(story.happening({ urgency: 'emergency' }))
    await story.told('21:31')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
    await story.at('05:59', 1)
    await story.leave()
    expect(mail.letters).toHaveLength(2)
    await story.at('06:00', 1)
    await story.leave()
    expect(mail.letters).toHaveLength(4)
  })

  it('500 releases are a few e-mails with counts, and an emergency passes within a minute', {
    timeout: 120_000,
  }, async () => {
    const notices = Array.from({ length: 500 }, () => story.happening())
    for (let from = 0; from < 500; from += 100) {
      await story.at(`12:0${from / 100}`)
      await story.tell(...notices.slice(from, from + 100))
      await story.told(`12:0${from / 100}`)
    }
    await story.told('12:07')
    await story.tell(story.happening({ kind: 'handoff-ring-duty', urgency: 'emergency' }))
    await story.told('12:08')
    await story.told('12:40')
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
