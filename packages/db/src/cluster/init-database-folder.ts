import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { dataOf, refusal, runProgram, type Server } from './postmaster.ts'
import { SUPERUSER } from './prepare-database.ts'
import { giveTo } from './server-user.ts'

/**
 * UTF-8 and the order of code points on every machine, whatever LANG says: without these, a machine with no LANG gets a
 * database that refuses the letter ø. checksums: a bad sector is an error and not a wrong dose.
 */
const FLAGS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
  '--no-instructions',
  `--username=${SUPERUSER}`,
]

/**
 * Makes PostgreSQL's own folder if there is none, and refuses one that this PostgreSQL cannot open.
 *
 * initdb works beside the final name and is renamed at the end: a machine that is switched off in between starts afresh
 * next time, and of two programs that do so at once one wins.
 */
export function initDatabaseFolder(server: Server, superuserPassword: string, fsync: boolean): void {
  const data = dataOf(server)
  if (existsSync(data)) {
    checkVersion(server)
    return
  }
  const draft = `${data}.${process.pid}`
  const passwordFile = `${draft}.password`
  try {
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600, flag: 'wx' })
    giveTo(server.user, passwordFile)
    const args = [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...FLAGS, ...(fsync ? [] : ['--no-sync'])]
    const { status, stderr } = runProgram(server, server.binaries.initdb, args)
    if (status !== 0) throw refusal(server, stderr)
    renameInto(draft, data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function renameInto(draft: string, data: string): void {
  try {
    renameSync(draft, data)
  } catch (error) {
    // Somebody was faster; theirs has the same passwords.
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

function checkVersion(server: Server): void {
  const file = join(dataOf(server), 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (found === '') {
    throw new StartRefused(
      `${dataOf(server)} is not a whole database (PG_VERSION is missing): restore a backup, or move ${server.serverFolder} away to begin with an empty one.`,
    )
  }
  if (found !== String(server.binaries.major)) {
    throw new StartRefused(
      `${dataOf(server)} was made by PostgreSQL ${found}, and this version brings PostgreSQL ${server.binaries.major}: start the version that made it, or dump it there and restore it here (docs/operations.md).`,
    )
  }
}

/** The settings of our server, written anew at each start and included from postgresql.conf. */
export function writeSettings(server: Server, socketFolder: string, fsync: boolean): void {
  const settings = [
    "listen_addresses = ''",
    `unix_socket_directories = '${socketFolder}'`,
    'unix_socket_permissions = 0700',
    'max_connections = 100',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'jit = off',
    // A week of logs, each day's file overwritten a week later. Terse and without statements: the details of an error
    // quote the row, and a log must not name a person.
    'logging_collector = on',
    "log_directory = '../log'",
    "log_filename = 'postgresql-%a.log'",
    'log_rotation_age = 1d',
    'log_rotation_size = 0',
    'log_truncate_on_rotation = on',
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    ...(fsync ? [] : ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off', 'max_wal_size = 4GB']),
  ]
  const file = join(dataOf(server), 'throughcare.conf')
  writeFileSync(file, `${settings.join('\n')}\n`)
  giveTo(server.user, file)
  const main = join(dataOf(server), 'postgresql.conf')
  const include = "include 'throughcare.conf'"
  const before = readFileSync(main, 'utf8')
  if (!before.includes(include)) writeFileSync(main, `${before}\n${include}\n`)
}
