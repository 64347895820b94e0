import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../testing/faults-of.ts'
import { ID } from '../../testing/inputs/sample.ts'

type Case = [said: string, otherwise: Record<string, unknown>, faults: string[]]

const times = <Thing>(count: number, thing: Thing): Thing[] => Array.from({ length: count }, () => thing)
const letters = (count: number): string => 'a'.repeat(count)
const SPAN = { from: '09:00', to: '17:00' }
const MEMBER = { accountId: ID, serviceId: ID }

/** What is said of a service, its days and the people who work there: the sample of INPUT_SCHEMAS, said otherwise, and what is found, where. */
const FIELDS: Record<string, readonly Case[]> = {
  'access.end-membership': [
    ['fewer than none held', { seen: { held: -1, waiting: 0 } }, ['seen.held: access.seen.invalid']],
    ['fewer than none waiting', { seen: { held: 0, waiting: -1 } }, ['seen.waiting: access.seen.invalid']],
    ['more than can be counted', { seen: { held: 2 ** 31, waiting: 0 } }, ['seen.held: access.seen.invalid']],
    ['the most that can be counted', { seen: { held: 2 ** 31 - 1, waiting: 0 } }, []],
    ['half of one', { seen: { held: 0.5, waiting: 0 } }, ['seen.held: access.seen.invalid']],
    ['held by nobody after', { heldTo: null }, []],
  ],
  'access.change-member': [
    ['all there are', { grants: ['privacy-officer', 'approver', 'may-see-couples'] }, []],
    ['one twice', { grants: ['approver', 'approver'] }, ['grants: access.grants.repeated']],
  ],
  'access.invite': [
    ['no name', { displayName: ' ' }, ['displayName: access.displayName.missing']],
    ['a name that is too long', { displayName: letters(121) }, ['displayName: access.displayName.too-long']],
    [
      'a name with a turned letter',
      { displayName: 'Ida\u202eneoM' },
      ['displayName: access.displayName.hidden-character'],
    ],
    ['a name as it is written', { displayName: ' Ida Moen ' }, []],
    ['a grant twice', { grants: ['approver', 'approver'] }, ['grants: access.grants.repeated']],
    ['no address', { email: '' }, ['email: access.email.missing']],
    ['an address that is too long', { email: `${letters(64)}@${letters(187)}.org` }, ['email: access.email.invalid']],
    ['an address in capitals', { email: 'Ida.Moen@HARBOUR.example.org' }, []],
    ['two addresses', { email: 'a@b.org, c@d.org' }, ['email: access.email.invalid']],
  ],
  'access.record-contact': [
    ['no number', { phone: null }, []],
    ['a number that is too long', { phone: '0'.repeat(41) }, ['phone: access.phone.too-long']],
    ['an empty number', { phone: '' }, ['phone: access.phone.missing']],
    ['a team', { team: 'Night' }, []],
    ['a team that is too long', { team: letters(121) }, ['team: access.team.too-long']],
    ['an empty team', { team: ' ' }, ['team: access.team.missing']],
    ['a team with a hidden letter', { team: 'Ni\u200bght' }, ['team: access.team.hidden-character']],
  ],
  'capacity.state': [
    ['room for so many', { says: 'room', awayUntil: null, room: 50 }, []],
    ['room for none', { says: 'room', awayUntil: null, room: 0 }, []],
    ['room for fewer than none', { says: 'room', awayUntil: null, room: -1 }, ['room: capacity.room.invalid']],
    ['room for more than anybody has', { says: 'room', awayUntil: null, room: 51 }, ['room: capacity.room.invalid']],
    ['room, nobody says how much', { says: 'room', awayUntil: null, room: null }, ['room: capacity.room.missing']],
    ['away to a day', { says: 'away', awayUntil: '2026-12-01', room: null }, []],
    [
      'away, nobody says how long',
      { says: 'away', awayUntil: null, room: null },
      ['awayUntil: capacity.awayUntil.missing'],
    ],
    ['away, with room', { says: 'away', awayUntil: '2026-12-01', room: 1 }, ['room: capacity.room.missing']],
    ['back', { says: 'back', awayUntil: null, room: null }, []],
    [
      'back, and away',
      { says: 'back', awayUntil: '2026-12-01', room: null },
      ['awayUntil: capacity.awayUntil.missing'],
    ],
  ],
  'admission.record': [
    ['the same day', { waitingDays: 0 }, []],
    ['before the handoff', { waitingDays: -1 }, ['waitingDays: admission.waitingDays.invalid']],
    ['two years', { waitingDays: 730 }, []],
    ['longer', { waitingDays: 731 }, ['waitingDays: admission.waitingDays.invalid']],
    ['nobody said', { waitingDays: null }, []],
  ],
  'calendar.holidays': [
    ['a country', { place: { country: 'GB', region: '' } }, []],
    [
      'a region in small letters',
      { place: { country: 'GB', region: 'eng' } },
      ['place.region: calendar.region.invalid'],
    ],
    [
      'a region behind a space',
      { place: { country: 'GB', region: ' ENG' } },
      ['place.region: calendar.region.invalid'],
    ],
    [
      'a region before a space',
      { place: { country: 'GB', region: 'ENG ' } },
      ['place.region: calendar.region.invalid'],
    ],
    [
      'no such country',
      { place: { country: 'UK', region: 'ENG' } },
      ['place.country: custody-episode.releaseCountry.not-a-country-code'],
    ],
    ['the first year', { year: 2000 }, []],
    ['a year before', { year: 1999 }, ['year: calendar.year.invalid']],
    ['the last year', { year: 2200 }, []],
    ['a year after', { year: 2201 }, ['year: calendar.year.invalid']],
    ['this year', { year: null, place: null, day: null }, []],
  ],
  'calendar.change-holiday': [
    ['a region in small letters', { region: 'eng' }, ['region: calendar.region.invalid']],
    ['a day of no year', { day: '0000-05-01' }, ['day: calendar.day.placeholder']],
    ['a day of the last year', { day: '9999-12-31' }, ['day: calendar.day.placeholder']],
  ],
  'service.add': [
    ['a number', { phone: '+47 22 00 00 00' }, []],
    ['no number', { phone: 'the desk' }, ['phone: service.phone.no-number']],
    ['a number behind a word', { phone: 'tel 22 00 00 00' }, ['phone: service.phone.no-number']],
    ['a number before a word', { phone: '22 00 00 00 (Kim)' }, ['phone: service.phone.no-number']],
    [
      'somebody on duty whom nobody can ring',
      { dutyContactName: 'Kim' },
      ['dutyContactPhone: service.dutyContactPhone.missing'],
    ],
    ['somebody on duty', { dutyContactName: 'Kim', dutyContactPhone: '112' }, []],
    ['more areas than there are', { receives: times(11, 'omt') }, ['receives: service.receives.invalid']],
    ['an area that there is not', { receives: ['x'] }, ['receives.0: service.receives.unknown']],
    ['a region', { holidayRegion: 'sct' }, []],
    ['a region that is too long', { holidayRegion: 'GBSCT' }, ['holidayRegion: service.holidayRegion.no-code']],
    ['a region with a sign', { holidayRegion: '-SC' }, ['holidayRegion: service.holidayRegion.no-code']],
    ['no such zone', { timeZone: 'Europe/Bergen' }, ['timeZone: calendar.zone.unknown']],
    ['an offset for a zone', { timeZone: '+01:00' }, ['timeZone: calendar.zone.unknown']],
  ],
  'service.change': [
    [
      'somebody on duty whom nobody can ring',
      { dutyContactName: 'Kim' },
      ['dutyContactPhone: service.dutyContactPhone.missing'],
    ],
  ],
  'service.set-hours': [
    ['nobody told us', { open: null }, []],
    ['shut all week', { open: {} }, ['open: service.hours.empty']],
    ['shut all week, day by day', { open: { 1: [], 7: [] } }, ['open: service.hours.empty']],
    ['shut on Monday', { open: { 1: [], 7: [SPAN] } }, []],
    ['no doses all week', { dosing: {} }, ['dosing: service.hours.empty']],
    ['doses on Monday', { dosing: { 1: [SPAN] } }, []],
    [
      'two spans that touch',
      {
        open: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '12:00', to: '17:00' },
          ],
        },
      },
      [],
    ],
    [
      'two spans that meet',
      {
        open: {
          1: [
            { from: '09:00', to: '12:01' },
            { from: '12:00', to: '17:00' },
          ],
        },
      },
      ['open.1: service.hours.overlap'],
    ],
    [
      'the later span first',
      {
        open: {
          1: [
            { from: '12:00', to: '17:00' },
            { from: '09:00', to: '12:01' },
          ],
        },
      },
      ['open.1: service.hours.overlap'],
    ],
    [
      'ends when it begins',
      { open: { 1: [{ from: '09:00', to: '09:00' }] } },
      ['open.1.0: calendar.interval.endsBeforeItBegins'],
    ],
    ['to midnight', { open: { 1: [{ from: '09:00', to: '24:00' }] } }, []],
    [
      'more than six spans',
      {
        open: {
          1: ['01', '02', '03', '04', '05', '06', '07'].map((hour) => ({ from: `${hour}:00`, to: `${hour}:30` })),
        },
      },
      ['open.1: service.hours.too-many'],
    ],
  ],
  'service.set-fallback': [
    ['none', { fallback: null }, []],
    [
      'nobody to ask there',
      { fallback: { serviceId: ID, agreedOn: '2026-11-01', contact: '' } },
      ['fallback.contact: service.contact.missing'],
    ],
    [
      'no such service',
      { fallback: { serviceId: 'x', agreedOn: '2026-11-01', contact: 'Tom' } },
      ['fallback.serviceId: service.fallback.invalid'],
    ],
    [
      'a contact that is too long',
      { fallback: { serviceId: ID, agreedOn: '2026-11-01', contact: letters(2000) } },
      ['fallback.contact: service.contact.too-long'],
    ],
  ],
  'service.add-closure': [
    ['of one day', { toDay: '2026-12-24' }, []],
    ['over before it begins', { toDay: '2026-12-23' }, ['toDay: service.toDay.before-first']],
    ['of a year and a day', { toDay: '2027-12-24' }, []],
    ['of two days more', { toDay: '2027-12-25' }, ['toDay: service.toDay.too-long']],
  ],
  'restriction.set': [
    ['whoever sets it alone', { circle: [] }, []],
    ['more than fifty', { circle: times(51, MEMBER) }, ['circle: restriction.circle.too-many']],
    [
      'no such colleague',
      { circle: [{ ...MEMBER, accountId: 'x' }] },
      ['circle.0.accountId: restriction.accountId.invalid'],
    ],
    [
      'no such service',
      { circle: [{ ...MEMBER, serviceId: 'x' }] },
      ['circle.0.serviceId: restriction.serviceId.invalid'],
    ],
  ],
  'restriction.change-circle': [
    ['more than fifty come', { admitted: times(51, MEMBER) }, ['admitted: restriction.circle.too-many']],
    ['more than fifty go', { removedIds: times(51, ID) }, ['removedIds: restriction.circle.too-many']],
  ],
}

describe.each(Object.entries(FIELDS))('what %s takes and refuses', (action, cases) => {
  it.each(cases)('%s', (_said, otherwise, faults) => {
    expect(faultsOf(action, otherwise)).toEqual(faults)
  })
})
