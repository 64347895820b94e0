import type { CastPerson } from '@throughcare/db/testing/cast'
import type { JourneyStory } from './story.ts'

/** Every page of the product, filled, by one of the people who come to it: what is walked for axe and weighed for script. */
export async function everyPage(story: JourneyStory): Promise<ReadonlyMap<CastPerson, readonly string[]>> {
  const one = await story.aCase({
    familyName: 'Costa',
    givenNames: 'Ana',
    items: [{ area: 'omt', code: 'prescriber-named' }],
  })
  const itemId = await story.anItem(one, { area: 'housing', code: 'housing-first-night' })
  await story.aTreatment(one, { dosing: 'harbour' })
  const handoffId = await story.aHandoff(one)
  const out = await story.aCase({
    familyName: 'Nowak',
    givenNames: 'Piotr',
    releaseDate: '2026-03-26',
    releasedAt: new Date('2026-03-26T08:00:00Z'),
    releaseKind: 'unplanned',
  })
  await story.aTreatment(out, { dosing: 'harbour' })
  await story.aHandoff(out)
  // Links of partners are for those who hold the grant.
  await story.owner.query(
    `update membership m set grants = '{may-see-couples}' from account a where a.id = m.account_id and a.display_name = 'Nora Lindqvist'`,
  )
  const at = (part: string): string => `/cases/${one.episodeId}${part}`
  const service = `/services/${story.services.harbour}`
  return new Map<CastPerson, readonly string[]>([
    [
      'northgateNurse',
      [
        '/releases',
        '/releases?list=could-leave-today',
        '/persons',
        '/persons/add',
        '/persons/back-inside',
        '/merges',
        '/data-requests',
        `/data-requests/add?case=${one.episodeId}`,
        '/break-glass',
        '/notices',
        '/settings/notices',
        '/settings/sign-in',
        '/arrivals',
        '/ring-list',
        '/releases?list=no-date',
        '/release-lists',
        '/handoffs',
        '/handoffs?tab=waiting&state=sent&out=released',
        '/what-became?week=2026-03-23',
        '/shift?day=2026-03-25&time=07%3A00',
        '/my-list',
        '/objections',
        '/lawful-bases',
        '/dose-list',
        '/gate-list',
        '/now-board',
        '/now-board?list=unacknowledged',
        '/now-board/screen',
        '/gaps',
        '/court-sheet',
        '/hours-to-confirm',
        ...[
          '',
          '/four-minutes',
          '/doses',
          '/what-if',
          '/hand-over',
          '/first-48-hours',
          '/barriers',
          '/circumstances',
          '/medicines',
          '/happened',
          '/plan-rules',
          '/timeline',
          '/partner',
          '/who-saw',
          '/who-saw-copy?language=ar',
          ...['/own-words', '/overdose-plan', '/what-helps', '/supporters', '/restriction', '/sharing'],
          `/items/${itemId}`,
        ].map(at),
        `/cases/${out.episodeId}/released`,
        `/cases/${out.episodeId}/how-was-it`,
        at('/print-pack'),
        at('/print-pack/person?language=ar&size=large'),
      ],
    ],
    [
      'harbourWorker',
      [
        '/notices',
        '/settings/notices',
        '/arrivals',
        '/ring-list',
        '/inbox',
        '/inbox?area=omt&out=first-48-hours&order=oldest-first',
        '/inbox/assign?tab=acknowledged',
        '/team',
        '/shift',
        '/services?area=housing',
        '/how-was-it',
        '/dose-list',
        '/gaps',
        `/handoffs/${handoffId}`,
        `/handoffs/${handoffId}/sheet`,
        at(''),
        at('/first-48-hours'),
        '/now-board',
        '/continuity',
      ],
    ],
    [
      'northgateManager',
      [
        '/continuity',
        '/continuity/dose-within-48-hours',
        '/continuity/figures/dose-within-48-hours',
        '/continuity/figures/hours-to-acknowledge',
        '/continuity/answers',
        '/continuity/barriers',
        '/continuity/flow',
        '/continuity/simulation',
        '/continuity/exports',
        '/continuity/curves',
        '/continuity/notes',
      ],
    ],
    [
      'administrator',
      [
        '/jobs',
        '/retention',
        `/trail?service=${story.services.harbour}`,
        '/services',
        '/services/add',
        `${service}/fallback`,
        `${service}/people`,
        service,
        `${service}/details`,
        `${service}/hours`,
        '/country-packs',
        '/holidays',
        '/holidays?day=2026-06-15',
        '/rule-sets',
        '/rule-sets/routing-by-days/GB',
        `/rule-sets/depot-windows/${story.services.harbour}`,
        `/rule-sets/handoff-deadlines/${story.services.harbour}`,
        '/releases',
        '/nowhere',
      ],
    ],
  ])
}
