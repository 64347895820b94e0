import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../testing/faults-of.ts'
import { ID } from '../../testing/inputs/sample.ts'

type Case = [said: string, otherwise: Record<string, unknown>, faults: string[]]

const times = <Thing>(count: number, thing: Thing): Thing[] => Array.from({ length: count }, () => thing)
const letters = (count: number): string => 'a'.repeat(count)
const DUPLICATE = { kind: 'somebody-else', shownPersonIds: [ID] }

/** What is asked, agreed, opened and changed of one case: the sample of INPUT_SCHEMAS, said otherwise, and what is found, where. */
const FIELDS: Record<string, readonly Case[]> = {
  'arrival-request.ask': [
    ['no prison', { prisonServiceIds: [] }, ['prisonServiceIds: arrival-request.prisonServiceIds.missing']],
    ['two prisons', { prisonServiceIds: [ID, ID.replace(/1$/, '2')] }, []],
    ['a prison twice', { prisonServiceIds: [ID, ID] }, ['prisonServiceIds: arrival-request.prisonServiceIds.twice']],
    [
      'more prisons than anybody names',
      { prisonServiceIds: Array.from({ length: 21 }, (_, at) => ID.replace(/01$/, `${at + 10}`)) },
      ['prisonServiceIds: arrival-request.prisonServiceIds.too-many'],
    ],
    ['no area', { areas: [] }, ['areas: arrival-request.areas.missing']],
    ['an area twice', { areas: ['omt', 'omt'] }, ['areas: arrival-request.areas.twice']],
  ],
  'arrival-request.answer': [
    ['found, without an area', { areas: [] }, ['areas: arrival-request.areas.missing']],
    ['found, an area twice', { areas: ['omt', 'omt'] }, ['areas: arrival-request.areas.twice']],
    ['nobody like that', { answer: 'nobody', episodeId: undefined, areas: undefined }, [': request.field.unknown']],
  ],
  'break-glass.open': [
    ['nine letters', { because: letters(9) }, ['because: break-glass.because.too-short']],
    ['ten letters', { because: letters(10) }, []],
    ['five emoji are five characters', { because: '🚑🚑🚑🚑🚑' }, ['because: break-glass.because.too-short']],
    ['nothing', { because: '' }, ['because: break-glass.because.missing']],
    ['spaces', { because: '            ' }, ['because: break-glass.because.missing']],
    ['more than a form holds', { because: letters(501) }, ['because: break-glass.because.too-long']],
  ],
  'break-glass.review': [
    ['no note', { note: '' }, ['note: break-glass.note.missing']],
    ['a note that is too long', { note: letters(1001) }, ['note: break-glass.note.too-long']],
  ],
  'care-plan.record-fact': [
    ['known, with nothing said', { value: null }, ['value: care-plan.value.missing']],
    ['not known', { state: 'not-known', value: null }, []],
    ['not known, with an answer', { state: 'not-known' }, ['value: care-plan.value.unexpected']],
    ['asked later, with an answer', { state: 'asked-later' }, ['value: care-plan.value.unexpected']],
    ['an answer that the question has not', { value: 'perhaps' }, ['value: care-plan.value.not-offered']],
    [
      'half a character',
      { value: '\ud800' },
      ['value: care-plan.value.cannot-be-stored', 'value: care-plan.value.cannot-be-stored'],
    ],
  ],
  'care-plan.renew': [
    ['a name of a rule set', { ruleSet: 'checklist-2026-11-2+gb' }, []],
    ['a name with a slash', { ruleSet: 'checklist/2026' }, ['ruleSet: care-plan.ruleSet.unknown']],
    ['a name that ends wrong', { ruleSet: 'checklist-2026 ' }, ['ruleSet: care-plan.ruleSet.unknown']],
    ['a name that begins wrong', { ruleSet: ' checklist-2026' }, ['ruleSet: care-plan.ruleSet.unknown']],
    ['a name that is too long', { ruleSet: letters(101) }, ['ruleSet: care-plan.ruleSet.unknown']],
  ],
  'custody-episode.answer-event': [
    ['taken back for another reason, in words', {}, []],
    ['taken back for another reason, without', { words: null }, ['words: custody-episode.words.missing']],
  ],
  'consent.record': [
    ['for nobody', { serviceIds: [], kinds: [] }, ['serviceIds: consent.recipients.missing']],
    ['for a supporter alone', { serviceIds: [], kinds: [], supporterIds: [ID] }, []],
    ['for one service alone', { kinds: [] }, []],
    ['for a kind of service alone', { serviceIds: [] }, []],
    ['for too many services', { serviceIds: times(21, ID) }, ['serviceIds: consent.recipients.too-many']],
    ['for too many supporters', { supporterIds: times(21, ID) }, ['supporterIds: consent.recipients.too-many']],
    ['for too many kinds', { kinds: times(8, 'drug-service') }, ['kinds: consent.recipients.too-many']],
    ['for a prison', { kinds: ['prison-health'] }, ['kinds.0: service.kind.unknown']],
    ['of nothing', { categories: [] }, ['categories: consent.categories.missing']],
    ['of more than there is', { categories: times(6, 'hiv-hcv') }, ['categories: consent.category.unknown']],
    ['for one day', { toOn: '2026-11-22' }, []],
    ['over before it begins', { toOn: '2026-11-21' }, ['toOn: consent.toOn.before-from']],
    ['a yes that nobody signed', { signature: null }, ['signature: consent.signature.missing']],
    ['a no', { answer: 'refused', signature: null }, []],
    ['a no that somebody signed', { answer: 'refused' }, ['signature: consent.signature.not-asked']],
  ],
  'consent.override': [
    ['for three days', { hours: 72 }, []],
    ['for longer', { hours: 73 }, ['hours: consent.hours.too-many']],
    ['for no time', { hours: 0 }, ['hours: consent.hours.missing']],
    ['nobody says how long', { hours: null }, ['hours: consent.hours.missing']],
    ['on no ground', { legalBasis: null }, ['legalBasis: consent.legalBasis.missing']],
    ['for no reason', { reason: null }, ['reason: consent.reason.missing']],
    ['for nobody', { serviceIds: [] }, ['serviceIds: consent.recipients.missing']],
    ['of nothing', { categories: [] }, ['categories: consent.categories.missing']],
    ['ended, a version that nobody saw', { overrideId: ID }, ['seenVersion: request.seenVersion.invalid']],
    [
      'ended',
      { overrideId: ID, seenVersion: 0, legalBasis: null, reason: null, serviceIds: [], categories: [], hours: null },
      [],
    ],
  ],
  'objection.record': [
    ['against everybody', { kinds: [] }, []],
    ['against one service', { kinds: [], serviceIds: [ID] }, []],
    ['about nothing', { categories: [] }, ['categories: objection.categories.missing']],
    ['about more than there is', { categories: times(11, 'work') }, ['categories: objection.category.unknown']],
    ['against more kinds than there are', { kinds: times(8, 'benefits') }, ['kinds: objection.recipients.too-many']],
  ],
  'release.cancel': [
    ['for another reason, in words', { reason: 'other', words: 'the court sat again' }, []],
    ['for another reason, without', { reason: 'other', words: null }, ['words: release.words.missing']],
  ],
  'release.undo': [
    ['for another reason, in words', { reason: 'other', words: 'a namesake' }, []],
    ['for another reason, without', { reason: 'other', words: null }, ['words: release.words.missing']],
  ],
  'release.change-date': [
    [
      'confirmed, without a date',
      { releaseDate: null, certainty: 'confirmed' },
      ['releaseDate: release.releaseDate.missing-when-confirmed'],
    ],
    ['confirmed, with one', { releaseDate: '2026-12-19', certainty: 'confirmed' }, []],
    ['any day, without a date', { releaseDate: null, certainty: 'could-be-any-day' }, []],
  ],
  'data-request.record': [
    ['a correction, nobody says of what', { kind: 'correction', words: null }, ['words: data-request.words.missing']],
    ['a correction', { kind: 'correction', words: 'born in May' }, []],
    ['to see it, without words', { kind: 'access', words: null }, []],
  ],
  'data-request.answer': [
    ['done, without a reason', { answer: 'done', reason: null }, []],
    ['taken back, without a reason', { answer: 'take-back', reason: null }, []],
    ['refused, without a reason', { answer: 'refuse', reason: null }, ['reason: data-request.reason.missing']],
  ],
  'data-request.review': [
    ['nothing', { pieces: [] }, ['pieces: data-request.pieces.missing']],
    [
      'too much',
      { pieces: times(201, { table: 'supporter', rowKey: 'a1', field: 'phone' }) },
      ['pieces: data-request.pieces.too-many'],
    ],
    [
      'no such table',
      { pieces: [{ table: 'Supporter', rowKey: 'a1', field: 'phone' }] },
      ['pieces.0.table: data-request.piece.unknown'],
    ],
    [
      'no such row',
      { pieces: [{ table: 'supporter', rowKey: 'a\n1', field: 'phone' }] },
      ['pieces.0.rowKey: data-request.piece.unknown'],
    ],
    [
      'no row',
      { pieces: [{ table: 'supporter', rowKey: '', field: 'phone' }] },
      ['pieces.0.rowKey: data-request.piece.unknown'],
    ],
    [
      'no such field',
      { pieces: [{ table: 'supporter', rowKey: 'a1', field: 'phone;' }] },
      ['pieces.0.field: data-request.piece.unknown'],
    ],
  ],
  'person.add': [
    [
      'somebody else, whom nobody was shown',
      { duplicate: { ...DUPLICATE, shownPersonIds: [] } },
      ['duplicate.shownPersonIds: person.shownPersonIds.missing'],
    ],
    [
      'somebody else than more than a page',
      { duplicate: { ...DUPLICATE, shownPersonIds: times(51, ID) } },
      ['duplicate.shownPersonIds: person.shownPersonIds.too-many'],
    ],
    [
      'a word that there is not',
      { duplicate: { ...DUPLICATE, kind: 'x' } },
      ['duplicate.kind: person.duplicate.missing'],
    ],
  ],
  'person.correct': [
    ['ten other names', { otherNames: times(10, 'Nguyễn') }, []],
    ['more than ten', { otherNames: times(11, 'Nguyễn') }, ['otherNames: person.otherNames.too-many']],
    ['an empty other name', { otherNames: [''] }, ['otherNames.0: person.otherNames.missing']],
    [
      'more languages than five',
      { languages: ['nb', 'en', 'de', 'fr', 'nl', 'pt'] },
      ['languages: person.languages.too-many'],
    ],
    ['a language twice', { languages: ['nb', 'nb'] }, ['languages: person.languages.repeated']],
    ['a language that there is not', { languages: ['norsk'] }, ['languages.0: person.language.not-a-language-code']],
    ['no family name', { familyName: ' ' }, ['familyName: person.familyName.missing']],
    ['a family name that is too long', { familyName: letters(81) }, ['familyName: person.familyName.too-long']],
    ['one name', { givenNames: '' }, []],
  ],
}

describe.each(Object.entries(FIELDS))('what %s takes and refuses', (action, cases) => {
  it.each(cases)('%s', (_said, otherwise, faults) => {
    expect(faultsOf(action, otherwise)).toEqual(faults)
  })
})
