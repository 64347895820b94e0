/** How each refusal is answered over HTTP. A code that is not here is a bug and becomes a 500. */
export const APP_ERRORS = {
  /** Nobody is signed in, or the session has ended. */
  'not-signed-in': 401,
  /** Signed in, but no hat chosen yet, or the hat was taken away. */
  'no-hat': 403,
  /** It weighs so much that whoever presses proves again who they are; their last proof is older than ten minutes. */
  'step-up-needed': 403,
  /** The role may not do this at all. */
  'not-allowed': 403,
  /** Not there, or not theirs: the two look the same. */
  'not-found': 404,
  /** A field does not hold; `fields` says which and why. */
  'invalid-input': 400,
  /** Somebody changed it since the page was opened; `details` holds both versions. */
  'changed-meanwhile': 409,
  /** It cannot be done from the state it is in; `details.refusal` says why. */
  refused: 409,
  /** The same press with another content. */
  'request-reused': 422,
  /** More bytes than are taken. */
  'too-large': 413,
  /** Too many tries; later again. */
  'too-many-attempts': 429,
  /** The database is away for the moment. */
  unavailable: 503,
} as const satisfies Record<string, number>
export type AppErrorCode = keyof typeof APP_ERRORS

/** Where a field does not hold: the path in the input, and a key into packages/i18n. */
export type FieldFault = { path: string; fault: string }

/**
 * A refusal on its way out. Use cases throw it; the one conversion to tRPC is in trpc.ts; the words are in packages/i18n.
 * `details` is shown to whoever asked, so it never holds more than they may see.
 */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly details: Record<string, unknown>
  readonly fields: FieldFault[]

  constructor(code: AppErrorCode, more: { details?: Record<string, unknown>; fields?: FieldFault[] } = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = more.details ?? {}
    this.fields = more.fields ?? []
  }
}

/** The usual shorthand for a refusal that names its reason: `refused('handoff.not-from-here', { status })`. */
export function refused(refusal: string, details: Record<string, unknown> = {}): AppError {
  return new AppError('refused', { details: { ...details, refusal } })
}

/** A field that zod could not judge alone, such as a date against the clock. */
export function invalidField(path: string, fault: string): AppError {
  return new AppError('invalid-input', { fields: [{ path, fault }] })
}
