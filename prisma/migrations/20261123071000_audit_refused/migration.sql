-- A refusal that shows how a case stands (both versions of a stale page, a likely duplicate) is a read: it leaves an entry too.

ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_outcome;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_outcome CHECK (outcome IN ('done', 'denied', 'refused'));
COMMENT ON COLUMN audit_entry.outcome IS
  'done · denied: told nothing · refused: by a rule of the matter or a stale page, and told what the entry names.';
COMMENT ON COLUMN audit_entry.asked_id IS 'The id asked for, when denied or refused.';
COMMENT ON COLUMN audit_entry.fields IS 'Names of what was changed, or of what a refusal showed; never contents.';
