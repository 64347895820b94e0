import { addDays, type PlainDate } from '@throughcare/domain/calendar/plain-date'
import { DEPOT_RULE_SET } from '@throughcare/domain/medication/medicine-table'
import { DEPOT_MEDICINES } from '@throughcare/domain/rule-set/rule-set-codes'
import { hoursAfter } from './moments.ts'
import type { StageRows } from './stage-rows.ts'

type IdOf = (noun: string, key: string) => string

/** What two places said about the next public holiday of their country: one is shut, one gives doses in the morning. */
export function saidDays(
  today: PlainDate,
  now: Date,
  holidays: StageRows['publicHoliday'],
  idOf: IdOf,
): StageRows['serviceDay'] {
  const next = holidays
    .filter(({ country, region, day }) => country === 'GB' && region === 'ENG' && day > today)
    .map(({ day }) => day)
    .toSorted()[0]
  if (!next) return []
  const said = {
    day: next,
    purpose: 'dosing',
    version: 0,
    toldHow: 'phone',
    recordedAt: hoursAfter(now, -30),
    recordedBy: idOf('account', 'nurse@northgate.example'),
    recordedServiceId: idOf('service', 'northgate'),
  }
  return [
    {
      ...said,
      id: idOf('said', 'harbour'),
      serviceId: idOf('service', 'harbour'),
      said: 'closed',
      intervals: [],
      toldBy: 'Rita Fonseca',
    },
    {
      ...said,
      id: idOf('said', 'mill lane'),
      serviceId: idOf('service', 'millLane'),
      said: 'open',
      intervals: [{ from: '10:00', to: '12:00' }],
      toldBy: 'Asha Pillai',
    },
  ]
}

/** Two local protocols: one that a clinician approved, one that waits for somebody to read it. */
export function localProtocols(today: PlainDate, now: Date, idOf: IdOf): StageRows['ruleSetVersion'] {
  const proposedBy = idOf('account', 'admin@throughcare.example')
  return [
    {
      id: idOf('rule set', 'harbour routing'),
      kind: 'routing-by-days',
      country: null,
      serviceId: idOf('service', 'harbour'),
      version: 1,
      body: {
        bands: [
          { fromDays: 1, appliesTo: 'titration', state: 'ring-prescriber' },
          { fromDays: 1, appliesTo: 'stable', state: 'watch' },
          { fromDays: 2, appliesTo: 'stable', state: 'ring-prescriber' },
          { fromDays: 5, appliesTo: 'everyone', state: 'treat-as-new-start' },
        ],
      },
      ownWords:
        'Two days without a dose: the duty worker rings the prescriber before the hatch opens. Five days: a new start, seen the same day. (Demo text, no protocol of anybody.)',
      source: 'Harbour Recovery, missed dose protocol (invented for the demo)',
      edition: '3',
      reviewBy: addDays(today, 300),
      state: 'approved',
      proposedAt: hoursAfter(now, -24 * 60),
      proposedBy,
      approvedAt: hoursAfter(now, -24 * 58),
      approvedBy: idOf('account', 'worker@harbour.example'),
    },
    {
      id: idOf('rule set', 'norway depots'),
      kind: 'depot-windows',
      country: 'NO',
      serviceId: null,
      version: 1,
      body: {
        products: Object.fromEntries(
          DEPOT_MEDICINES.map((medicine) => {
            const { notBeforeDay, dueDay, windowEndsDay, reviewFromDay } = DEPOT_RULE_SET.products[medicine]
            return [medicine, { notBeforeDay, dueDay, windowEndsDay, reviewFromDay }]
          }),
        ),
      },
      ownWords: 'Vinduene som i preparatomtalen. Tekst til demoen, ingens prosedyre.',
      source: 'LAR Vestfjord, injeksjoner (oppdiktet til demoen)',
      edition: null,
      reviewBy: addDays(today, 365),
      state: 'proposed',
      proposedAt: hoursAfter(now, -50),
      proposedBy,
      approvedAt: null,
      approvedBy: null,
    },
  ]
}
