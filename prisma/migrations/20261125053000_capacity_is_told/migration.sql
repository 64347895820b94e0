-- Whoever has the team or the inbox open reads at once who is away and who has room.
CREATE CONSTRAINT TRIGGER capacity_statement_is_told AFTER INSERT ON capacity_statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.live_tell('handoff', 'of-services', 'service_id');
