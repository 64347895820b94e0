import { SYSTEM_OF_NO_SERVICE, systemActor } from '@throughcare/db/actor'
import { asActor } from '@throughcare/db/as-actor'
import { recordAudit } from '@throughcare/db/audit/audit-repository'
import { findCasesToFollow } from '@throughcare/db/dose-alert/dose-alert-repository'
import { listServices } from '@throughcare/db/service/service-repository'
import { followDoseAlerts } from './follow-dose-alerts.ts'

/** So many cases in one transaction. */
const BATCH = 50
/** Lets the alerts of every case follow the time, service by service: nobody has to open a page for an alert to arise. */
export async function sweepDoseAlerts(): Promise<void> {
  const services = await asActor(SYSTEM_OF_NO_SERVICE, listServices)
  for (const { id } of services) await sweepOf(id)
}

async function sweepOf(serviceId: string): Promise<void> {
  const actor = systemActor(serviceId)
  const cases = await asActor(actor, findCasesToFollow)
  for (let start = 0; start < cases.length; start += BATCH) {
    const batch = cases.slice(start, start + BATCH)
    await asActor(actor, async (deed) => {
      await recordAudit(deed, {
        action: 'dose-alert.follow',
        episodeIds: batch.map(({ episodeId }) => episodeId),
        personIds: batch.map(({ personId }) => personId),
      })
      for (const { episodeId } of batch) await followDoseAlerts(deed, episodeId)
    })
  }
}
