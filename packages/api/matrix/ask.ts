import { ZodError } from 'zod'
import { AppError } from '../src/app-error.ts'
import type { AtTheDoor, Stage } from './stage.ts'

/** What came of a call: an answer, a refusal that somebody foresaw, or what nobody did. */
export type Answer =
  | { kind: 'answered'; answer: unknown }
  | { kind: 'refused'; error: Pick<AppError, 'code' | 'details' | 'fields'> }
  | { kind: 'broken'; error: unknown }

/** Calls a procedure and sorts what came of it. */
export async function ask(stage: Stage, who: AtTheDoor, path: string, input: unknown): Promise<Answer> {
  try {
    return { kind: 'answered', answer: await stage.call(who, path, input) }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    if (cause instanceof AppError) return { kind: 'refused', error: cause }
    if (!(cause instanceof ZodError)) return { kind: 'broken', error }
    const fields = cause.issues.map(({ path: at, message }) => ({ path: at.join('.'), fault: message }))
    return { kind: 'refused', error: { code: 'invalid-input', details: {}, fields } }
  }
}

/** The whole answer as text: all that a browser could tell two refusals apart by. */
export function said(given: Answer): string {
  if (given.kind === 'answered') return 'answered'
  if (given.kind === 'broken') return `broken: ${given.error instanceof Error ? given.error.message : given.error}`
  const { code, details, fields } = given.error
  return JSON.stringify({ code, details, fields })
}
