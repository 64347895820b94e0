import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync } from 'node:fs'

/** The account that PostgreSQL runs as when we are root, which PostgreSQL itself refuses to be. */
export interface ServerUser {
  name: string
  uid: number
  gid: number
}

/** First choice first. `nobody` is on every Linux and owns nothing, so a server of ours harms nothing there. */
const CANDIDATES = ['postgres', 'nobody']

/**
 * Whom PostgreSQL must run as.
 *
 * @returns null for an ordinary user: PostgreSQL then runs as they are
 * @throws when we are root on a machine with neither `postgres` nor `nobody`
 */
export function findServerUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const candidate of CANDIDATES) {
    const [name, , uid, gid] = lines.find((line) => line.startsWith(`${candidate}:`))?.split(':') ?? []
    if (name !== undefined && uid !== undefined && gid !== undefined) {
      return { name, uid: Number(uid), gid: Number(gid) }
    }
  }
  throw new Error('Neither postgres nor nobody is a user of this machine.')
}

/** The part of a spawn's options that makes it run as the server's user, with nothing of our environment but the path. */
export function asServerUser(user: ServerUser | null) {
  return {
    // A folder that everybody may stand in: the programs complain about a working folder that they cannot read.
    cwd: '/',
    // LC_ALL: initdb fails on a locale that is set but not installed, as in a login over ssh.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv,
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  }
}

/** May the server's user enter and write this folder? True for an ordinary user's own. */
export function canWrite(user: ServerUser | null, folder: string): boolean {
  if (user === null) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], asServerUser(user)).status === 0
}

/** May the server's user run this program? */
export function canRun(user: ServerUser | null, program: string): boolean {
  if (user === null) return true
  return spawnSync(program, ['--version'], asServerUser(user)).status === 0
}

/** Gives a file or folder that we made to the server's user; nothing to do for an ordinary user. */
export function giveTo(user: ServerUser | null, path: string): void {
  if (user !== null) chownSync(path, user.uid, user.gid)
}
