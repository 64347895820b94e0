-- A release that may be brought forward before shut doors can, exceptionally, stay on its own day or go back to it (REL-8). Who decided
-- so and when stands with the answers, and why in words.

ALTER TABLE release_exclusion ADD COLUMN reversion text;
COMMENT ON COLUMN release_exclusion.reversion IS 'Why the release stays on its own day, or goes back to it. Null: nobody decided that it does.';
ALTER TABLE release_exclusion ADD CONSTRAINT release_exclusion_reversion CHECK (reversion <> '');
