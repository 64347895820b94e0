/** The pairs of a jsonb_build_object that make a StoredRuleSet, over the rows of {@link RULE_SETS}. */
export const RULE_SET_JSON = `
  'ruleSetVersionId', r.id, 'kind', r.kind, 'country', r.country, 'serviceId', r.service_id, 'serviceName', v.name,
  'holdsIn', coalesce(r.country, v.country), 'version', r.version, 'body', r.body, 'ownWords', r.own_words,
  'source', r.source, 'edition', r.edition, 'reviewBy', r.review_by, 'state', r.state,
  'proposedAt', app.utc(r.proposed_at), 'proposedBy', r.proposed_by, 'proposedByName', p.display_name,
  'approvedAt', app.utc(r.approved_at), 'approvedByName', a.display_name, 'supersededAt', app.utc(r.superseded_at),
  'withdrawnAt', app.utc(r.withdrawn_at), 'withdrawnByName', w.display_name, 'withdrawnBecause', r.withdrawn_because,
  'changes', r.changes`

/** Versions as `r`, with the names that stand beside them. */
export const RULE_SETS = `rule_set_version r
  left join service v on v.id = r.service_id
  left join account p on p.id = r.proposed_by
  left join account a on a.id = r.approved_by
  left join account w on w.id = r.withdrawn_by`
