import type pg from 'pg'

/** What somebody might type who wants a page to run it: as an element, inside an attribute, inside a script, as a template. */
export const HOSTILE = `"'><img src=x onerror=hit()><svg/onload=hit()></script><script>hit()</script>{{hit()}}\${hit()}`

/**
 * From now on every word that is written into a text column gets {@link HOSTILE} behind it: names, notes, words, places,
 * whatever there is, also in tables that come later. Codes, numbers, addresses and what a constraint knows the words of stay.
 *
 * @returns the columns that it reaches, and how to end it
 */
export async function writeHostileText(owner: pg.Client): Promise<{ columns: number; end: () => Promise<void> }> {
  const { rows } = await owner.query<{ place: string; columns: string[] }>(
    `select quote_ident(c.relname) as place, array_agg(a.attname::text) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
     where c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not in ('_prisma_migrations', 'audit_entry', 'session', 'installation', 'name_word')
       and not exists (
         select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
           and pg_get_constraintdef(k.oid) ~ '(= ANY| ~ |<> ALL)')
     group by c.relname`,
  )
  await owner.query(`
    create schema hostile;
    grant usage on schema hostile to public;
    create function hostile.write() returns trigger language plpgsql as $$
    declare
      row jsonb := to_jsonb(new);
      place text;
      word text;
    begin
      foreach place in array tg_argv loop
        word := row ->> place;
        -- Words: a capital letter or a blank in it, and none of what codes, addresses, numbers and zones are made of.
        if word ~ '[A-Z ]' and word !~ '[/@<{]' and word !~ '^[A-Z0-9 +-]+$' and length(word) < 80 then
          row := jsonb_set(row, array[place], to_jsonb(word || ' ' || ${literal(HOSTILE)}));
        end if;
      end loop;
      return jsonb_populate_record(new, row);
    end $$`)
  for (const { place, columns } of rows)
    await owner.query(
      `create trigger aa_hostile before insert on ${place} for each row
       execute function hostile.write(${columns.map(literal).join(', ')})`,
    )
  return {
    columns: rows.flatMap(({ columns }) => columns).length,
    end: async () => {
      await owner.query('drop schema hostile cascade')
    },
  }
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
