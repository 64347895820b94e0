import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY_ROOT } from '../repository-root.ts'
import { readMigrations } from './read-migrations.ts'
import { findTakenAway } from './taken-away.ts'

/** From here on nothing is taken away that the version before uses. */
const FROM = '20261127'

const takenBy = (script: string) =>
  findTakenAway(
    {
      baseDir: '',
      lockfile: { path: '', content: null },
      shadowDbInitScript: '',
      migrationDirectories: [
        { path: '20250101_before', migrationFile: { path: '', content: { tag: 'ok', value: 'DROP TABLE long_ago;' } } },
        { path: '20270101_new', migrationFile: { path: '', content: { tag: 'ok', value: script } } },
      ],
    },
    '2027',
  )

describe('J04: the old version works beside the new one, because migrations', () => {
  it('take nothing away that it uses', () => {
    const migrations = readMigrations(join(REPOSITORY_ROOT, 'prisma/migrations'))
    expect(migrations.migrationDirectories.filter(({ path }) => path >= FROM).length).toBeGreaterThan(0)
    expect(findTakenAway(migrations, FROM)).toEqual([])
  })

  it.each<[string, string]>([
    ['drops the table dose', 'DROP TABLE dose;'],
    ['drops a column of dose', 'ALTER TABLE dose ADD COLUMN a int, DROP COLUMN parts;'],
    ['renames dose', 'ALTER TABLE "dose" RENAME COLUMN parts TO pieces;'],
    ['changes a type in dose', 'alter table dose alter column parts type bigint;'],
    ['demands a value in dose', 'ALTER TABLE dose ALTER COLUMN given_at SET NOT NULL;'],
    ['adds a column that has to be given to dose', 'ALTER TABLE dose ADD COLUMN why text NOT NULL;'],
    ['drops the function app.now', 'DROP FUNCTION app.now();'],
  ])('would be found: one that %s', (what, script) => {
    expect(takenBy(script)).toEqual([`20270101_new ${what}`])
  })

  it.each<[string, string]>([
    ['adds a column', 'ALTER TABLE dose ADD COLUMN why text;'],
    ['adds one that fills itself', `ALTER TABLE dose ADD COLUMN why text NOT NULL DEFAULT '';`],
    ['makes a table and changes it', 'CREATE TABLE more (id int); ALTER TABLE more ALTER COLUMN id SET NOT NULL;'],
    ['makes a function again', 'DROP FUNCTION app.now(); CREATE FUNCTION app.now() RETURNS int RETURN 1;'],
    ['speaks of dropping', `COMMENT ON TABLE dose IS 'DROP TABLE dose'; -- DROP TABLE dose;`],
  ])('may be one that %s', (_, script) => {
    expect(takenBy(script)).toEqual([])
  })
})
