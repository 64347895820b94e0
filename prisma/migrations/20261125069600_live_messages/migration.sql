-- Questions and answers on a handoff move the pages of both ends.
CREATE CONSTRAINT TRIGGER handoff_message_is_told AFTER INSERT ON handoff_message DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('message', 'of-handoff');
CREATE CONSTRAINT TRIGGER handoff_message_seen_is_told AFTER INSERT ON handoff_message_seen DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('message', 'of-handoff');
