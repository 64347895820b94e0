import type { Actor } from '@throughcare/db/actor'
import { asActor, type Deed } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findMedication } from '@throughcare/db/medication/medication-repository'
import { findStandingWords } from '@throughcare/db/own-words/own-words-repository'
import { findPrint, type StoredPrint } from '@throughcare/db/print-pack/print-repository'
import { findOpeningHours } from '@throughcare/db/service/opening-hours-repository'
import { getZone, plainDateIn } from '@throughcare/domain/calendar/zone'
import { mayLeaveMessage } from '@throughcare/domain/person/contact-safety'
import type { PrintPackInput } from '@throughcare/domain/print-pack/print-codes'
import { printGaps } from '@throughcare/domain/print-pack/print-gaps'
import type { PrintPack, PrintReach } from '@throughcare/domain/print-pack/print-pack'
import { AppError } from '../app-error.ts'
import { getPart } from '../care-plan/get-part.ts'
import { bedOf, bookedAppointments, firstAppointmentOf, thingsOf } from './places-of-print.ts'
import { receiversOf } from './receivers-of-print.ts'
import { dosingOf, type Treated, treatedOf } from './treatment-of-print.ts'

/** More than these, and the page is a list and no plan. */
const MOST_OWN_ITEMS = 4

/**
 * What the pages of the print pack are made from: steps, gate and receiving services of one case. Reading it is printing it,
 * as far as the trail goes: whoever has the page open can have it on paper.
 *
 * @throws AppError `not-found` | `not-allowed`
 */
export function getPrintPack(actor: Actor, { episodeId }: PrintPackInput): Promise<PrintPack> {
  return asActor(actor, async (deed) => {
    await getPart(deed, episodeId, 'print-pack.by-episode')
    const found = await findPrint(deed, episodeId)
    if (!found) throw new AppError('not-found')
    const pack = await packOf(deed, episodeId, found)
    await recordAudit(deed, { action: 'print-pack.by-episode', episodeIds: [episodeId], personIds: [found.personId] })
    return pack
  })
}

async function packOf(deed: Deed<Actor>, episodeId: string, found: StoredPrint): Promise<PrintPack> {
  const medication = await findMedication(deed, episodeId)
  const said = await findStandingWords(deed, episodeId)
  const treated: Treated = treatedOf(
    medication,
    found.facts.dose,
    plainDateIn(deed.now, getZone(found.prison.timeZone)),
  )
  const dosingId = treated.treatment?.dosing?.id ?? null
  const hours = dosingId ? ((await findOpeningHours(deed, [dosingId])).get(dosingId) ?? null) : null

  const names = namesOf(found, treated)
  const appointments = bookedAppointments(found, names)
  const firstAppointment = firstAppointmentOf(found, appointments, names)
  const dosing = dosingOf(treated, hours, found, names, deed.now)
  const kit = found.kits.find(({ holder }) => holder === 'person')?.state ?? null
  const { person, prison, release } = found
  return {
    episodeId,
    now: deed.now.toISOString(),
    timeZone: prison.timeZone,
    prison: { name: prison.name, phone: prison.phone },
    person: {
      id: found.personId,
      name: [person.givenNames, person.familyName].filter((part) => part !== '').join(' '),
      dateOfBirth: person.dateOfBirth,
      number: person.number,
      languages: person.languages,
      interpreterNeeded: person.interpreterNeeded,
    },
    release: {
      day: release.releasedAt ? plainDateIn(new Date(release.releasedAt), getZone(prison.timeZone)) : release.day,
      certainty: release.certainty,
      isOut: release.releasedAt !== null,
    },
    treated: treated.kind,
    gaps: printGaps({
      treated: treated.kind,
      hasFirstAppointment: firstAppointment !== null,
      hasDosingPoint: dosing !== null,
    }),
    firstAppointment,
    dosing,
    bed: bedOf(found.facts.bed),
    bedAt: appointments.find(({ area }) => area === 'housing') ?? null,
    office: appointments.find(({ area }) => area === 'benefits' || area === 'documents') ?? null,
    ring: numberToRing(found),
    ownWords: (said?.sayings ?? []).flatMap(({ words, language }) => (words === null ? [] : [{ words, language }])),
    ownItems: found.ownItems.slice(0, MOST_OWN_ITEMS),
    hasKit: kit === 'in-property' || kit === 'handed-over' || kit === 'at-home',
    things: thingsOf(found, kit, treated.kind),
    receivers: receiversOf(found, treated, appointments),
    reach: reachOf(found),
  }
}

/** Everything that is a name of a service here, so that a discreet page can leave it out. */
function namesOf(found: StoredPrint, { treatment }: Treated): string[] {
  return [
    found.prison.name,
    ...found.appointments.map(({ service }) => service.name),
    ...found.handoffs.map(({ service }) => service.name),
    ...(treatment?.dosing ? [treatment.dosing.name] : []),
    ...found.namedInWords,
  ]
}

/** Whoever takes over the treatment is rung first, then anybody who was asked; the number that is answered when it is urgent. */
function numberToRing({ handoffs }: StoredPrint): string | null {
  const asked = handoffs
    .filter(({ status, area }) => status !== 'rejected' && status !== 'timed-out' && area !== 'partner')
    .toSorted((one, other) => Number(other.area === 'omt') - Number(one.area === 'omt'))
    .flatMap(({ service }) => service.urgentPhone ?? service.phone ?? [])
  return asked[0] ?? null
}

/** What the person said about being reached; a number stands there only for a way that they allow. */
function reachOf({ contact, facts }: StoredPrint): PrintReach {
  const { channel = null, hours = null, wording = null, voicemail = null } = contact ?? {}
  const phone = facts.phone === undefined || facts.phone === 'none' ? null : facts.phone
  return {
    channel,
    hours,
    wording,
    voicemail,
    version: contact?.version ?? null,
    mayLeaveMessage: mayLeaveMessage({ channel, voicemail }),
    phone: channel === 'phone' || channel === 'text' ? phone : null,
  }
}
