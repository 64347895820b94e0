-- What a due time was before the release date last moved it, and how many of a day's doses an entry stands for.

ALTER TABLE checklist_item ADD COLUMN due_before timestamptz(3);
ALTER TABLE checklist_item ADD COLUMN due_moved_at timestamptz(3);
COMMENT ON COLUMN checklist_item.due_before IS 'The due time before the release date last moved it. Null: there was none, or it never moved.';
COMMENT ON COLUMN checklist_item.due_moved_at IS 'When the release date last moved the due time. Null: never.';

ALTER TABLE dose ADD COLUMN parts integer NOT NULL DEFAULT 1;
ALTER TABLE dose ADD CONSTRAINT dose_parts CHECK (parts BETWEEN 1 AND 6);
COMMENT ON COLUMN dose.parts IS 'How many of the day''s doses the entry stands for: 1 unless the rhythm is split.';
