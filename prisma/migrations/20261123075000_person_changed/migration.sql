-- Who put a person's details right last, and when: for whoever pressed on an older page.

ALTER TABLE person ADD COLUMN changed_at timestamptz(3), ADD COLUMN changed_by uuid;
ALTER TABLE person ADD CONSTRAINT person_changed_by FOREIGN KEY (changed_by) REFERENCES account (id);
ALTER TABLE person ADD CONSTRAINT person_changed_by_somebody CHECK ((changed_at IS NULL) = (changed_by IS NULL));
COMMENT ON COLUMN person.changed_at IS 'When the details were last put right. Null: they are as they were added, or were changed before this was kept.';
COMMENT ON COLUMN person.changed_by IS 'Who put them right; the system account for a release list.';
