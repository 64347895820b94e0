import type { Deed } from '../as-actor.ts'

/** The names of areas, by id, as people there say them. Ids of none are left out. */
export async function findAreaNames({ tx }: Deed, ids: readonly string[]): Promise<Map<string, string>> {
  const areas =
    ids.length === 0
      ? []
      : await tx.area.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(areas.map(({ id, name }) => [id, name]))
}
