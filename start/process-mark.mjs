import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Tells one life of a process from another with the same number: a machine that was switched off gives our old number to
 * somebody else. On Linux the boot and the moment of start, elsewhere the moment of start as ps prints it.
 *
 * @param {number} pid
 * @returns {string | null} null when no such process lives
 */
export function findProcessMark(pid) {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
    }
    // The name in parentheses may hold spaces: count from behind it. Field 22 of the whole line is the start in ticks.
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/)
    const [state, ...fields] = rest.split(' ')
    if (state === 'Z') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[18]}`
  } catch {
    return null
  }
}
