import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AREAS } from '../checklist/areas.ts'
import { ITEM_STATUSES, type ItemStatus } from '../checklist/item-statuses.ts'
import { AREA_STATES, type AreaState, type ProgressItem } from '../checklist/progress.ts'
import { CURRENT_RULE_SET, getRuleSet, type ItemCode } from '../checklist/rule-sets.ts'
import { COVER_NOT_READY_REASONS, type CoverReadiness } from '../cover-plan/cover-readiness.ts'
import { areaStateWithCover, type PlanReadyInput, planReady } from './plan-ready.ts'

const READY: PlanReadyInput = {
  hasPlan: true,
  items: [],
  unanswered: [],
  ownWords: 'yes',
  onOmt: 'yes',
  cover: { kind: 'ready', because: 'no-gap' },
}
const CODES = Object.keys(getRuleSet(CURRENT_RULE_SET)) as ItemCode[]

describe('is the plan ready', () => {
  it.each<[string, Partial<PlanReadyInput>, string[]]>([
    ['nothing is asked for', {}, []],
    ['no plan yet: nothing else is told', { hasPlan: false, ownWords: 'unknown' }, ['plan']],
    ['own words were never asked for', { ownWords: 'unknown' }, ['own-words']],
    ['the person chose to say none', { ownWords: 'chose-not-to' }, []],
    [
      'own words are told once, and ticking the item is not saying them',
      { ownWords: 'unknown', items: [item('support-own-words', 'done')] },
      ['own-words'],
    ],
    ['a critical item before the gate', { items: [item('omt-name-prescriber', 'open')] }, ['omt-name-prescriber']],
    ['under way is not done', { items: [item('omt-name-prescriber', 'in-progress')] }, ['omt-name-prescriber']],
    ['off the list with its reason', { items: [item('omt-name-prescriber', 'not-needed')] }, []],
    ['declined by the person', { items: [item('health-pregnancy-care', 'declined')] }, []],
    ['what is not critical', { items: [item('naloxone-train', 'open')] }, []],
    [
      'what happens at the gate itself',
      { items: [item('naloxone-hand-over-kit', 'open'), item('documents-release-paper', 'open')] },
      [],
    ],
    ['what is due outside', { items: [item('omt-first-dose', 'open')] }, []],
    [
      'nobody asked about treatment: the question is missing, and not the days',
      { unanswered: ['omt'], onOmt: 'unknown', cover: null },
      ['question omt'],
    ],
    ['an open question', { unanswered: ['omt'] }, ['question omt']],
    [
      'a question that an open item asks is told once',
      { unanswered: ['omt'], items: [item('omt-ask', 'open')] },
      ['omt-ask'],
    ],
    [
      'a question whose item is not critical',
      { unanswered: ['partner'], items: [item('partner-ask-alone', 'open')] },
      ['partner-ask-alone'],
    ],
    ['a gap in the doses', { cover: { kind: 'not-ready', because: 'no-plan' } }, ['cover no-plan']],
    ['treated, and no treatment on record', { cover: null }, ['cover not-known']],
    ['not treated', { onOmt: 'no', cover: null }, []],
    ['a gap that somebody signed for', { cover: { kind: 'ready', because: 'signed' } }, []],
    [
      'a gap and the item that says the same',
      { cover: { kind: 'not-ready', because: 'not-known' }, items: [item('omt-cover-until-first-dose', 'open')] },
      ['cover not-known'],
    ],
    [
      'the item about cover where nothing else says it',
      { items: [item('omt-cover-until-first-dose', 'open')] },
      ['omt-cover-until-first-dose'],
    ],
    [
      'the injection told by cover, and the item about cover besides',
      {
        cover: { kind: 'not-ready', because: 'injection-not-booked' },
        items: [item('omt-cover-until-first-dose', 'open')],
      },
      ['cover injection-not-booked', 'omt-cover-until-first-dose'],
    ],
    ['where to sleep, told once', { unanswered: ['housing'], items: [item('housing-ask', 'open')] }, ['housing-ask']],
    [
      'own words told once, with their item open',
      { ownWords: 'unknown', items: [item('support-own-words', 'open')] },
      ['own-words'],
    ],
    [
      'the next injection is not booked',
      { items: [item('omt-book-next-injection', 'open')] },
      ['omt-book-next-injection'],
    ],
    [
      'nor booked by calling it not needed',
      { items: [item('omt-book-next-injection', 'not-needed')] },
      ['omt-book-next-injection'],
    ],
    [
      'the injection told by cover',
      {
        cover: { kind: 'not-ready', because: 'injection-not-booked' },
        items: [item('omt-book-next-injection', 'open')],
      },
      ['cover injection-not-booked'],
    ],
    [
      'treatment away without the step after it',
      { items: [item('health-after-treatment-away', 'declined')] },
      ['health-after-treatment-away'],
    ],
    ['treatment away with it', { items: [item('health-after-treatment-away', 'done')] }, []],
  ])('%s', (_name, change, expected) => {
    const { isReady, missing } = planReady({ ...READY, ...change })
    expect(missing.map((each) => (each.what === 'item' ? each.code : Object.values(each).join(' ')))).toEqual(expected)
    expect(isReady).toBe(expected.length === 0)
  })

  it('is monotonic: finishing an item never adds to what is missing, and all done and answered is ready', () => {
    const input = fc.record({
      statuses: fc.array(fc.constantFrom(...ITEM_STATUSES), { minLength: CODES.length, maxLength: CODES.length }),
      unanswered: fc.subarray([...AREAS]),
      ownWords: fc.constantFrom('yes' as const, 'chose-not-to' as const, 'unknown' as const),
      because: fc.option(fc.constantFrom(...COVER_NOT_READY_REASONS)),
      finished: fc.nat(CODES.length - 1),
    })
    fc.assert(
      fc.property(input, ({ statuses, unanswered, ownWords, because, finished }) => {
        const items = CODES.map((code, index) => item(code, statuses[index] as ItemStatus))
        const cover: CoverReadiness = because ? { kind: 'not-ready', because } : { kind: 'ready', because: 'no-gap' }
        const before = planReady({ ...READY, items, unanswered, ownWords, cover })
        const after = planReady({
          ...READY,
          items: items.map((each, index) => (index === finished ? { ...each, status: 'done' } : each)),
          unanswered,
          ownWords,
          cover,
        })
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length)
        expect(before.isReady && !after.isReady).toBe(false)
        const told = before.missing.map((each) => JSON.stringify(each))
        expect(new Set(told).size).toBe(told.length)
        const finishedAll = items.map((each) => ({ ...each, status: 'done' as const }))
        expect(planReady({ ...READY, items: finishedAll }).isReady).toBe(true)
      }),
    )
  })
})

function item(code: ItemCode, status: ItemStatus): ProgressItem {
  const rule = getRuleSet(CURRENT_RULE_SET)[code]
  if (!rule) throw new Error(`${code} is no item`)
  const { area, critical, blockedBy, dueOffsetMinutes } = rule
  return { code, area, status, critical, blockedBy, dueOffsetMinutes, dueAt: null }
}

describe('how an area stands beside its doses', () => {
  const GAP: CoverReadiness = { kind: 'not-ready', because: 'no-plan' }
  const COVERED: CoverReadiness = { kind: 'ready', because: 'no-gap' }
  const uncovered = planReady({ ...READY, cover: GAP })

  it.each<[string, Parameters<typeof areaStateWithCover>, AreaState]>([
    ['treatment whose items are done, and a gap', [{ area: 'omt', state: 'safe' }, uncovered, GAP], 'waiting'],
    [
      'treated, and no treatment on record',
      [{ area: 'omt', state: 'safe' }, planReady({ ...READY, cover: null }), null],
      'waiting',
    ],
    ['no gap', [{ area: 'omt', state: 'safe' }, planReady(READY), COVERED], 'safe'],
    [
      'other things are missing',
      [{ area: 'omt', state: 'safe' }, planReady({ ...READY, ownWords: 'unknown' }), COVERED],
      'safe',
    ],
    ['a reader of treatment alone, or after the release', [{ area: 'omt', state: 'safe' }, null, GAP], 'waiting'],
    ['the same without a gap', [{ area: 'omt', state: 'safe' }, null, COVERED], 'safe'],
    ['no treatment open to the reader', [{ area: 'omt', state: 'safe' }, null, null], 'safe'],
    ['another area', [{ area: 'housing', state: 'safe' }, uncovered, GAP], 'safe'],
  ])('%s', (_name, [area, ready, cover], state) => {
    expect(areaStateWithCover(area, ready, cover)).toBe(state)
  })

  it.each(AREA_STATES.filter((state) => state !== 'safe'))(
    'a gap changes nothing where it says %s already',
    (state) => {
      expect(areaStateWithCover({ area: 'omt', state }, uncovered, GAP)).toBe(state)
    },
  )
})
