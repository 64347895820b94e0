/** The line of the trail that a floor writes, as a part of its query: `$1` is the service, `$2` the account. */
export const TRAIL = (action: string, ids: string) => `trail as (
    insert into audit_entry (id, account_id, service_id, role, action, episode_ids)
    select gen_random_uuid(), $2::uuid, $1::uuid, 'caseworker', '${action}', ${ids})`
