-- Tables that pages show while they are open, and that are told of as the older ones are.
CREATE CONSTRAINT TRIGGER escalation_is_told AFTER INSERT ON escalation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('handoff', 'of-handoff');
CREATE CONSTRAINT TRIGGER arrival_request_is_told AFTER INSERT OR UPDATE ON arrival_request DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('arrival', 'of-services', 'asking_service_id', 'prison_service_id');
CREATE CONSTRAINT TRIGGER notice_entry_is_told AFTER INSERT OR UPDATE ON notice_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.live_tell('notice', 'of-services', 'service_id');
