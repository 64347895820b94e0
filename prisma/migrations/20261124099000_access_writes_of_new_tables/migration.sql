-- Rows of a case are added only by a part that took the category: the new tables ask as the older ones do.
SELECT app.ask_for_writes();
