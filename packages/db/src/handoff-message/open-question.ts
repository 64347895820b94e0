/**
 * Who owes an answer on a handoff, as one column of a statement: `ours` when the other end asked and nobody of the service `$1`
 * has answered, `theirs` when the service itself waits for an answer, null when nothing is open. Ours comes first.
 *
 * @param handoff the alias of the handoff in the statement
 */
export function openQuestionSql(handoff: string): string {
  return `(select case when bool_or(q.from_service_id <> $1::uuid) then 'ours' when count(*) > 0 then 'theirs' end
    from handoff_message q where q.handoff_id = ${handoff}.id and q.kind = 'question'
      and not exists (select 1 from handoff_message n where n.answers_id = q.id))`
}
