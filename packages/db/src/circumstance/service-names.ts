import type { Deed } from '../as-actor.ts'

/** The names of services of the directory, by id. Ids that are in no directory are left out. */
export async function findServiceNames({ tx }: Deed, ids: readonly string[]): Promise<Map<string, string>> {
  const services = await tx.service.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(services.map(({ id, name }) => [id, name]))
}

/** Services that may stand as a programme in somebody's way, by name: those that work with people after release. */
export async function findProgrammes({ tx, actor }: Deed): Promise<{ id: string; name: string }[]> {
  const country = 'serviceCountry' in actor ? actor.serviceCountry : ''
  return tx.service.findMany({
    where: { country, kind: { notIn: ['prison-health', 'region', 'administration'] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1_000,
    select: { id: true, name: true },
  })
}
