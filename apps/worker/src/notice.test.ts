import type { Scene } from '@throughcare/api/testing/scene'
import { systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordNotice, withdrawNotice } from '@throughcare/db/notice/record-notice'
import { CAST_PEOPLE, castEmail } from '@throughcare/db/testing/cast'
import { newId } from '@throughcare/db/uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MailServer } from '../testing/mail-server.ts'
import { emailsOf, HARBOUR_WORKERS, openToldScene, type ToldScene } from '../testing/told-scene.ts'
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

describe('a notice', () => {
  it('is told in the transaction in which it happens, once for a key', async () => {
    const notice = story.happening()
    expect(await story.tell(notice, notice)).toEqual([true, false])
    expect(await story.tell(notice)).toEqual([false])
    // To managers the same happening is another telling.
    expect(await story.tell({ ...notice, audience: 'managers' })).toEqual([true])
    await expect(
      asActor(scene.people.northgateNurse, async (deed) => {
        await recordNotice(deed, story.happening({ dedupeKey: 'undone' }))
        throw new Error('the deed fell through')
      }),
    ).rejects.toThrow('fell through')
    await story.idle('tell-notice')
    const { rows } = await scene.owner.query(
      `select (select count(*)::int from notice where dedupe_key = 'undone') as undone,
         (select count(*)::int from notice_entry e join notice n on n.id = e.notice_id where n.dedupe_key = $1) as entries`,
      [notice.dedupeKey],
    )
    expect(rows).toEqual([{ undone: 0, entries: HARBOUR_WORKERS.length + 1 }])
  })

  it('cannot be told by or to a service that has no part in the case', async () => {
    await expect(story.tell(story.happening({ serviceId: scene.services.riverside }))).rejects.toThrow()
    await expect(
      asActor(scene.people.riversideWorker, (deed) => recordNotice(deed, story.happening())),
    ).rejects.toThrow()
    expect(
      await asActor(systemActor(scene.services.harbour), (deed) =>
        recordNotice(deed, story.happening({ serviceId: scene.services.riverside })),
      ),
    ).toBe(true)
  })

  it('stands in the inbox until it is read, unread ones first', async () => {
    await story.tell(story.happening(), story.happening({ kind: 'handoff-ring-duty', urgency: 'emergency' }))
    await story.idle('tell-notice')
    const sam = scene.as(scene.people.harbourSecondWorker)
    const before = await sam.notice.standing()
    const { notices } = await sam.notice.list({})
    expect(notices[0]).toMatchObject({ kind: 'handoff-ring-duty', readAt: null, episodeId: story.one.episodeId })
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

  it('told to several audiences comes once to whoever is of two of them, in the inbox and by e-mail', async () => {
    const late = story.happening({ kind: 'handoff-timed-out', urgency: 'emergency' })
    await story.tell(late, { ...late, audience: 'duty' }, { ...late, audience: 'managers' })
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS, 'harbourManager'))
    const { rows } = await scene.owner.query(
      `select count(*)::int as entries, count(distinct e.membership_id)::int as people
       from notice_entry e join notice n on n.id = e.notice_id where n.dedupe_key = $1`,
      [late.dedupeKey],
    )
    expect(rows).toEqual([{ entries: HARBOUR_WORKERS.length + 1, people: HARBOUR_WORKERS.length + 1 }])
  })
})

describe('an e-mail about notices', () => {
  it('U17: is in the language of each reader, and names nobody', async () => {
    await story.tell(story.happening())
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf(...HARBOUR_WORKERS))
    const [norwegian, english] = HARBOUR_WORKERS.map((who) => mail.letters.find(({ to }) => to === castEmail(who)))
    expect(norwegian?.text).toContain('En overføring har kommet til tjenesten din')
    expect(english?.text).toContain('A handoff has come to your service')
    for (const { source, text, to } of mail.letters) {
      const whole = `${source.replaceAll(to, '')} ${text}`.toLowerCase()
      for (const name of [
        'Adlerwick',
        'Ismene',
        story.one.number,
        ...Object.values(CAST_PEOPLE).map((p) => p.name),
        'HMP',
      ])
        expect(whole).not.toContain(name.toLowerCase())
      expect(whole).not.toMatch(/methadone|metadon|naloxon|dose|prison|fengsel|text\/html/)
      expect(text.match(/https?:\S+/g)).toEqual(['https://throughcare.example.org/notices'])
    }
  })

  it('leaves after the ten seconds in which it can be undone, and not at all when it was', async () => {
    const [kept, undone] = [story.happening(), story.happening()]
    await story.tell(kept, undone)
    await story.idle('tell-notice')
    await scene.setClock(new Date((await scene.owner.query('select app.now() as now')).rows[0].now))
    expect(mail.letters).toEqual([])
    await asActor(scene.people.northgateNurse, (deed) => withdrawNotice(deed, undone))
    await story.told('12:01')
    expect(mail.letters.map(({ text }) => /\(2 times\)|\(2 ganger\)/.test(text))).toEqual([false, false])
    const { notices } = await scene.as(scene.people.harbourWorker).notice.list({})
    expect(notices.filter(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(1)
  })

  it('does not leave for what was read before, nor for a case on which work has stopped', async () => {
    await story.tell(story.happening())
    await story.idle('tell-notice')
    const sam = scene.as(scene.people.harbourWorker)
    const { notices } = await sam.notice.list({})
    await sam.notice.markRead({ requestId: newId(), noticeIds: notices.map(({ id }) => id) })
    await story.told('12:01')
    expect(story.addressees()).toEqual(emailsOf('harbourSecondWorker'))

    const gone = await scene.aCase({ familyName: 'Bergqvist' })
    await scene.aHandoff(gone, { status: 'accepted' })
    await story.at('13:00')
    mail.letters = []
    await story.tell(story.happening({ episodeId: gone.episodeId, urgency: 'emergency' }))
    await story.idle('tell-notice')
    await scene.owner.query(
      `insert into custody_event (id, episode_id, kind, at, ended_episode, recorded_at, service_id, recorded_by)
       values (gen_random_uuid(), $1, 'deported', app.now(), false, app.now(), $2, $3)`,
      [gone.episodeId, scene.services.northgate, scene.people.northgateNurse.accountId],
    )
    await story.tell(story.happening({ episodeId: gone.episodeId, kind: 'case-stopped', urgency: 'emergency' }))
    await story.tell(story.happening({ episodeId: gone.episodeId, kind: 'handoff-question', urgency: 'emergency' }))
    await story.told('13:05')
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
    await story.tell(story.happening())
    await story.told('12:01')
    // Re-routed to a colleague who has it already: one post, one letter.
    expect(story.addressees()).toEqual(emailsOf('harbourWorker'))
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
