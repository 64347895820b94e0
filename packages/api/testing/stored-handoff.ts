import type { Scene } from './scene.ts'

/** Which service answers for each item of a case, by the item's code. */
export async function itemsOf(scene: Scene, episodeId: string): Promise<Record<string, string>> {
  const { rows } = await scene.owner.query<{ code: string; service: string }>(
    `select i.code, s.name as service from checklist_item i join service s on s.id = i.accountable_service_id
     where i.episode_id = $1 order by i.code`,
    [episodeId],
  )
  return Object.fromEntries(rows.map((row) => [row.code, row.service]))
}

/** The history of a handoff, oldest first. */
export async function movesOf(scene: Scene, handoffId: string): Promise<string[]> {
  const { rows } = await scene.owner.query<{ move: string }>(
    'select move from handoff_move where handoff_id = $1 order by at, id',
    [handoffId],
  )
  return rows.map(({ move }) => move)
}

/** The part of a service in a case; null when it has none. */
export async function partOf(
  scene: Scene,
  episodeId: string,
  serviceId: string,
): Promise<{ relation: string; categories: string[] } | null> {
  const { rows } = await scene.owner.query<{ relation: string; categories: string[] }>(
    'select relation, categories from case_part where episode_id = $1 and service_id = $2',
    [episodeId, serviceId],
  )
  return rows[0] ?? null
}
