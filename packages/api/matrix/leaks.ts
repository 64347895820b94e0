import type { Owner } from './put.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const NAME = /Kestrel\d{5}/gi

/**
 * What stands in an answer, by id or by name, that the service has no part in: cases, persons and handoffs of others. Empty
 * when the answer shows only what it may, whatever its form.
 */
export async function leaksIn(owner: Owner, serviceId: string, answer: unknown): Promise<string[]> {
  const text = JSON.stringify(answer) ?? ''
  const ids = [...new Set(text.match(UUID) ?? [])]
  const names = [...new Set(text.match(NAME) ?? [])].map((name) => name.toLowerCase())
  if (ids.length === 0 && names.length === 0) return []
  const { rows } = await owner.query<{ what: string }>({
    name: 'leaks',
    text: `
      with mine as (select p.person_id, p.episode_id from case_part p
        where p.service_id = $1 and p.until > app.now() and p.relation <> 'ended')
      select 'case ' || e.id as what from custody_episode e
        where e.id = any ($2::uuid[]) and not exists (select 1 from mine where mine.episode_id = e.id)
      union all
      select 'person ' || n.id from person n
        where (n.id = any ($2::uuid[]) or lower(n.family_name) = any ($3::text[]))
          and not exists (select 1 from mine where mine.person_id = n.id)
          and not exists (select 1 from person_identifier i where i.person_id = n.id and i.issuer_service_id = $1)
      union all
      select 'handoff ' || h.id from handoff h
        where h.id = any ($2::uuid[]) and $1 not in (h.sending_service_id, h.receiving_service_id)
          and not exists (select 1 from mine where mine.episode_id = h.episode_id)`,
    values: [serviceId, ids, names],
  })
  return rows.map(({ what }) => what)
}
