import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { AppointmentStatus } from '../appointment/book-appointment-input.ts'
import { OpeningPurpose } from '../calendar/opening-hours.ts'
import { PrescriptionStatus } from '../cover-plan/cover-plan-codes.ts'
import { EndReason } from '../custody-episode/end-reasons.ts'
import { KitState } from '../naloxone/kit-codes.ts'
import { FirstNight, OutcomeKind } from '../outcome/outcome-codes.ts'
import { NamingWay } from '../partner/partner-codes.ts'
import { PrintSheet, PrintWording } from '../print-pack/print-codes.ts'
import { ServiceKind } from '../service/service-kinds.ts'

/** Lists that no form offers as they are: stored, or asked for in an address. */
describe('a word that no list knows is refused in words that we have', () => {
  it.each<[string, z.ZodType, string, string]>([
    ['how an appointment stands', AppointmentStatus, 'booked', 'appointment.status.unknown'],
    ['for what a place is open', OpeningPurpose, 'dosing', 'calendar.purpose.unknown'],
    ['how a prescription stands', PrescriptionStatus, 'collected', 'cover-plan.status.unknown'],
    ['why custody ended', EndReason, 'released', 'custody-episode.endedBecause.unknown'],
    ['where a kit is', KitState, 'in-property', 'naloxone.state.unknown'],
    ['the first night', FirstNight, 'street', 'housing.firstNight.unknown'],
    ['what became of somebody', OutcomeKind, 'arrived', 'outcome.kind.unknown'],
    ['how a partner was named', NamingWay, 'code', 'partner.way.unknown'],
    ['a sheet', PrintSheet, 'nothing', 'print-pack.sheet.unknown'],
    ['the wording of a sheet', PrintWording, 'nothing', 'print-pack.wording.unknown'],
    ['a kind of service', ServiceKind, 'housing', 'service.kind.unknown'],
  ])('%s', (_what, list, known, message) => {
    if (known !== 'nothing') expect(list.safeParse(known).success).toBe(true)
    expect(list.safeParse('something else').error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})
