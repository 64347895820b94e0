/**
 * Who had sent the handoff, where the person was moved to another prison since, which stands in as its sender: name and since
 * when, as JSON; null otherwise.
 *
 * @param handoff the row in the statement: its id, its case and its sender
 */
export const MOVED_FROM = (handoff: string): string => `(
  select json_build_object('name', v.name, 'at', app.utc(c.from_at))
  from (select m.by_service_id from handoff_move m
    where m.handoff_id = ${handoff}.id and m.move = 'send' and m.by_service_id <> ${handoff}.sending_service_id offset 0) m
  join service v on v.id = m.by_service_id and v.kind = 'prison-health'
  cross join lateral (select c.from_at from custody_stay c
    where c.episode_id = ${handoff}.episode_id and c.prison_service_id = ${handoff}.sending_service_id
    order by c.from_at desc limit 1) c
  limit 1)`
