/**
 * The condition under which work on a case goes on, for lists: what app.is_stopped answers for one case, said as part of the
 * statement, because a function would be called for every row.
 *
 * @param episode the id of the case in the statement
 */
export function notStopped(episode: string): string {
  return `not exists (select 1 from custody_event v where v.episode_id = ${episode} and v.kind in ('died', 'deported')
    and not exists (select 1 from custody_event_answer w where w.event_id = v.id and w.answer = 'taken-back'))`
}
