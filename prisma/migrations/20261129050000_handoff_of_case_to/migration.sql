-- What one service was handed of one case, at once: of a busy service the index of all that it was ever handed was read along.
CREATE INDEX handoff_of_case_to ON handoff (episode_id, receiving_service_id);
DROP INDEX handoff_of_episode;
