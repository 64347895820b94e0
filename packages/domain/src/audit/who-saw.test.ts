import { describe, expect, it } from 'vitest'
import { CATEGORIES, type Category } from '../access/access-codes.ts'
import { ACTIONS } from '../access/who-may.ts'
import { SERVICE_KINDS } from '../service/service-kinds.ts'
import { actionsInTrail, mayStandOnCopy, type TrailDeed, trailDeed, trailThing } from './who-saw.ts'

/** All that only reads; whatever else is done to a record wrote. */
const READS: Record<Exclude<TrailDeed, 'wrote'>, readonly string[]> = {
  printed: [
    'print-pack.by-episode',
    'minimum-pack.by-episode',
    'data-request.export',
    'audit.copy',
    'print-pack.print',
  ],
  searched: ['person.search', 'person.find-likely', 'person.find'],
  opened: [
    'release.confirmation',
    'release.standing',
    'release.earlier',
    'release-list.preview',
    'care-plan.by-episode',
    'checklist.by-id',
    'checklist.preview',
    'document.read',
    'timeline.by-episode',
    'medication.by-episode',
    'cover-plan.by-episode',
    'cover-plan.what-if',
    'barrier.by-episode',
    'what-helps.by-episode',
    'supporter.by-episode',
    'how-was-it.by-episode',
    'overdose-plan.by-episode',
    'own-words.by-episode',
    'evidence-letter.by-episode',
    'circumstance.by-episode',
    'health-supply.by-episode',
    'handoff.by-id',
    'handoff-message.by-handoff',
    'handoff.preview',
    'rule-set.by-kind',
    'service.by-id',
    'notice.standing',
    'restriction.by-episode',
    'consent.by-episode',
    'partner.by-episode',
    'sharing-note.by-episode',
    'data-request.by-id',
    'retention.by-episode',
    'merge.compare',
    'audit.who-saw',
    'figure-export.by-id',
  ],
  listed: [
    'arrival-request.list',
    'release.board',
    'minimum-pack.list',
    'release-list.list',
    'release-list.lines',
    'checklist.my-list',
    'dose-list.today',
    'dose-list.calls',
    'gap.board',
    'gap.digest-choice',
    'gap.digest-failures',
    'gate-list.today',
    'barrier.report',
    'how-was-it.due',
    'how-was-it.figures',
    'ring-list.list',
    'handoff.receivers',
    'handoff.inbox',
    'shift.digest',
    'release.what-became',
    'capacity.team',
    'handoff.sent',
    'outcome.first-hours',
    'continuity.report',
    'continuity.cases',
    'continuity.flow',
    'continuity.lengths',
    'continuity.curves',
    'figure-annotation.list',
    'rule-set.list',
    'country-pack.list',
    'service.list',
    'calendar.holidays',
    'hours-confirmation.list',
    'notice.list',
    'notice.settings',
    'notice.mail-states',
    'job.board',
    'break-glass.reviews',
    'objection.open',
    'access.members',
    'access.sessions',
    'access.me',
    'retention.board',
    'data-request.list',
    'merge.list',
    'now-board.show',
    'now-board.names',
    'simulation.list',
    'figure-export.list',
    'audit.board',
  ],
}
const EVERYTHING = Object.entries(READS).flatMap(([deed, actions]) => actions.map((action) => [action, deed] as const))
const READ = EVERYTHING.map(([action]) => action)

describe('in “who saw”', () => {
  it.each(EVERYTHING)('%s is told as: %s', (action, deed) => {
    expect(trailDeed(action)).toBe(deed)
  })

  it.each(ACTIONS.filter((action) => !READ.includes(action)))('%s is told as: wrote', (action) => {
    expect(trailDeed(action)).toBe('wrote')
  })

  it.each(['gap.listen', 'case.by-episode-2', 'handoff.sent-back', 'x.list-of', 'list'])(
    '%s, whose verb only resembles one of reading, is told as: wrote',
    (action) => {
      expect(trailDeed(action)).toBe('wrote')
    },
  )

  it.each([
    ['medication.record-dose', 'omt'],
    ['sharing-note.by-episode', 'sharing-note'],
    ['service.by-id', null],
    ['print-pack.print', null],
    ['toString', null],
  ])('%s is about: %s', (action, thing) => {
    expect(trailThing(action)).toBe(thing)
  })
})

describe('what was done about something closed', () => {
  const openWithout = (closed: Category) => actionsInTrail(CATEGORIES.filter((category) => category !== closed))

  it('is absent for whoever it is closed to, and the rest is not', () => {
    expect(openWithout('omt')).not.toContain('medication.record-dose')
    expect(openWithout('omt')).toContain('housing.record-place')
    expect(openWithout('housing')).toContain('medication.record-dose')
    expect(actionsInTrail([])).toContain('service.by-id')
    expect(actionsInTrail([])).toContain('print-pack.print')
  })

  it('leaves out lists and searches unless they are asked for', () => {
    const [without, withLists] = [actionsInTrail(CATEGORIES), actionsInTrail(CATEGORIES, { withLists: true })]
    for (const action of ['handoff.inbox', 'person.search']) {
      expect(without).not.toContain(action)
      expect(withLists).toContain(action)
    }
    expect(without).toContain('handoff.by-id')
  })

  it.each(['partner.record-answer', 'sharing-note.record'])(
    '%s is on no copy for the person, and in the trail of staff',
    (action) => {
      expect(actionsInTrail(CATEGORIES, { forPerson: true })).not.toContain(action)
      expect(actionsInTrail(CATEGORIES)).toContain(action)
      expect(actionsInTrail(CATEGORIES, { forPerson: true })).toContain('medication.record-dose')
    },
  )
})

describe('the copy for the person names no place that might be a refuge', () => {
  it.each(
    SERVICE_KINDS.flatMap((kind) => ['no', 'yes', 'unknown', null].map((womenOnly) => [kind, womenOnly] as const)),
  )('%s, women only: %s', (kind, womenOnly) => {
    const mightBe = kind === 'housing' || kind === 'peer-support'
    expect(mayStandOnCopy(kind, womenOnly)).toBe(!mightBe || womenOnly === 'no')
  })
})
