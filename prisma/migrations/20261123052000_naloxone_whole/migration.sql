-- Naloxone kits whole: for whom, where the kit is now, when it was used or lost and what came of it, which one replaced it, and when
-- the person was shown how. Who a supporter or a household is stands nowhere: only that it is one.

ALTER TABLE naloxone_kit ADD COLUMN holder text NOT NULL DEFAULT 'person';
ALTER TABLE naloxone_kit ADD COLUMN trained_on date;
ALTER TABLE naloxone_kit ADD COLUMN left_at timestamptz(3);
ALTER TABLE naloxone_kit ADD COLUMN gone_at timestamptz(3);
ALTER TABLE naloxone_kit ADD COLUMN doses_used integer;
ALTER TABLE naloxone_kit ADD COLUMN used_outcome text;
ALTER TABLE naloxone_kit ADD COLUMN replaces_id uuid;
COMMENT ON COLUMN naloxone_kit.holder IS 'For whom: person, supporter or household. Never who that is.';
COMMENT ON COLUMN naloxone_kit.trained_on IS 'The day on which whoever holds it was shown how. Null: not said.';
COMMENT ON COLUMN naloxone_kit.left_at IS 'When it was recorded that the person is out and the kit is not. It stays when the kit reaches them later.';
COMMENT ON COLUMN naloxone_kit.gone_at IS 'When it was used or lost.';
COMMENT ON COLUMN naloxone_kit.doses_used IS 'How many of its doses were given. Null: not known.';
COMMENT ON COLUMN naloxone_kit.used_outcome IS 'What came of its use: one of KIT_USE_OUTCOMES in packages/domain. Never on whom.';
COMMENT ON COLUMN naloxone_kit.replaces_id IS 'The kit in whose place it came.';

ALTER TABLE naloxone_kit DROP CONSTRAINT naloxone_kit_state;
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_state
  CHECK (state IN ('in-property', 'handed-over', 'left-in-prison', 'at-home', 'used', 'lost', 'declined'));
ALTER TABLE naloxone_kit DROP CONSTRAINT naloxone_kit_handed_has_a_time;
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_handed_has_a_time CHECK (CASE
  WHEN state = 'handed-over' THEN handed_at IS NOT NULL
  WHEN state IN ('in-property', 'left-in-prison', 'declined') THEN handed_at IS NULL
  ELSE true END);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_holder CHECK (holder IN ('person', 'supporter', 'household'));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_prison_is_the_persons
  CHECK (holder = 'person' OR state NOT IN ('in-property', 'left-in-prison'));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_gone_has_a_time CHECK ((state IN ('used', 'lost')) = (gone_at IS NOT NULL));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_handed_before_gone CHECK (handed_at <= gone_at);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_use
  CHECK ((state = 'used') = (used_outcome IS NOT NULL) AND (doses_used IS NULL OR state = 'used'));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_doses_used CHECK (doses_used BETWEEN 1 AND 20);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_used_outcome
  CHECK (used_outcome IN ('came-round', 'came-round-hospital', 'died', 'not-known'));
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_with_episode UNIQUE (id, episode_id);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_replaces FOREIGN KEY (replaces_id, episode_id) REFERENCES naloxone_kit (id, episode_id);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_replaced_once UNIQUE (replaces_id);
ALTER TABLE naloxone_kit ADD CONSTRAINT naloxone_kit_replaces_another CHECK (replaces_id <> id);
UPDATE naloxone_kit SET left_at = recorded_at WHERE state = 'left-in-prison';
