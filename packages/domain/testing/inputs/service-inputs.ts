import { ChangeHolidayInput, HolidaysInput } from '../../src/calendar/holiday-inputs.ts'
import { AnswerHoursInput } from '../../src/hours-confirmation/answer-hours-input.ts'
import { ChangeServiceInput } from '../../src/service/change-service-input.ts'
import { AddClosureInput, RemoveClosureInput } from '../../src/service/closure-input.ts'
import { SetHoursInput } from '../../src/service/set-hours-input.ts'
import { ID, type InputSample, SEEN } from './sample.ts'

const SERVICE = { serviceId: ID, ...SEEN }

/** Services, their hours and what they say about single days. */
export const SERVICE_INPUTS: Readonly<Record<string, InputSample>> = {
  'calendar.holidays': {
    schema: HolidaysInput,
    takes: { place: { country: 'GB', region: 'ENG' }, year: 2026, day: '2026-06-15' },
  },
  'calendar.change-holiday': {
    schema: ChangeHolidayInput,
    takes: {
      ...SEEN,
      country: 'GB',
      region: 'ENG',
      day: '2026-06-15',
      name: 'Coronation',
      reason: 'royal proclamation',
    },
  },
  'service.change': {
    schema: ChangeServiceInput,
    takes: {
      ...SERVICE,
      name: 'Harbour Recovery',
      address: null,
      phone: '+44 20 7946 0999',
      dutyContactName: null,
      dutyContactPhone: null,
      canDose: true,
      receives: ['omt', 'naloxone'],
    },
  },
  'service.set-hours': {
    schema: SetHoursInput,
    takes: { ...SERVICE, open: { 1: [{ from: '09:00', to: '17:00' }] }, dosing: null },
  },
  'service.add-closure': {
    schema: AddClosureInput,
    takes: { ...SERVICE, fromDay: '2026-12-24', toDay: '2026-12-27', reason: 'Christmas' },
  },
  'service.remove-closure': { schema: RemoveClosureInput, takes: { ...SERVICE, closureId: ID } },
  'hours-confirmation.answer': {
    schema: AnswerHoursInput,
    takes: {
      ...SERVICE,
      day: '2026-12-25',
      purpose: 'dosing',
      said: 'open',
      intervals: [{ from: '10:00', to: '12:00' }],
      toldBy: 'Tom Vance',
      toldHow: 'phone',
    },
  },
}
