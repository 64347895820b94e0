-- The timeline of a case and the corrections of a dose were looked for in whole tables: 0.6 to 1 s at 10,000 cases.
CREATE INDEX handoff_move_of_episode ON handoff_move (episode_id, at DESC, id DESC);
CREATE INDEX dose_correcting ON dose (corrects_dose_id) WHERE corrects_dose_id IS NOT NULL;
