import { sqlStateOf } from '@throughcare/db/database-error'

/**
 * An error as the queue may keep it: a code. The message and the stack of what nobody foresaw quote statements and values, and
 * what a queue keeps is read by administrators, who see no case.
 */
export function faultOf(error: unknown): Error {
  const { name, code, responseCode } = error as { name?: string; code?: unknown; responseCode?: unknown }
  const told = [name, sqlStateOf(error) ?? code, responseCode]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
    .replaceAll(/[^A-Za-z0-9 _-]/g, '')
    .slice(0, 60)
  const fault = new Error(told || 'no code')
  fault.stack = ''
  return fault
}
