-- After a long release list the search for names took 25 ms for each pattern, until the next vacuum: PostgreSQL keeps up to 4 MB of
-- new index entries unsorted and reads them all. 128 kB are read in 1 ms, and sorting them in as often costs an import a fifth more
-- (50,000 persons: 12.7 s, 15.8 s with this, 30 s with none kept unsorted).
ALTER INDEX person_name_trigrams SET (gin_pending_list_limit = 128);
