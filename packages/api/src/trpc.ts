import type { Actor } from '@throughcare/db/actor'
import { recordDenied, recordRefused } from '@throughcare/db/audit/audit-repository'
import { isCollision, isDatabaseAway, sqlStateOf } from '@throughcare/db/database-error'
import { type Action, mayEver } from '@throughcare/domain/access/who-may'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import { countTurn } from './access/limits.ts'
import { answerOnTheWire } from './answer-on-the-wire.ts'
import { APP_ERRORS, AppError, type FieldFault } from './app-error.ts'
import { askedIdIn, shownByRefusal } from './audit/shown-by-refusal.ts'
import { actorOf, type Context } from './context.ts'
import { noteSaving } from './health/room-to-save.ts'
import { log } from './log.ts'

const TRPC_CODE = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
} as const

/** PostgreSQL: no room is left on the disk. */
const NO_ROOM = '53100'

/** What the browser learns of a refusal: a code, the details that belong to it, and the fields that do not hold. */
export type ShownError = {
  code: string
  details: Record<string, unknown>
  fields: FieldFault[]
  traceId: string | null
}

const t = initTRPC
  .context<Context>()
  .meta<{ action?: Action; isOneReading?: boolean }>()
  .create({
    transformer: { input: superjson, output: answerOnTheWire },
    isDev: false,
    // A stream says that it is there as often as its session is looked at again; a browser that hears nothing asks anew.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter: ({ shape, error, ctx }) => {
      const told = shown(error, ctx?.traceId ?? null)
      // The message of what nobody foresaw quotes statements and values: the code says all that leaves.
      return {
        message: told.code,
        code: shape.code,
        data: { httpStatus: shape.data.httpStatus, path: shape.data.path, ...told },
      }
    },
  })

function shown(error: TRPCError, traceId: string | null): ShownError {
  if (error.cause instanceof AppError) {
    const { code, details, fields } = error.cause
    return { code, details, fields, traceId }
  }
  if (error.cause instanceof ZodError) {
    const fields = error.cause.issues.map((issue) => ({ path: issue.path.join('.'), fault: issue.message }))
    return { code: 'invalid-input', details: {}, fields, traceId }
  }
  return {
    code: error.code === 'INTERNAL_SERVER_ERROR' ? 'unexpected' : 'invalid-input',
    details: {},
    fields: [],
    traceId,
  }
}

/** Whatever went wrong, as a refusal with a code; null when nobody foresaw it. */
function foreseen(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (isDatabaseAway(error) || isCollision(error)) return new AppError('unavailable')
  const state = sqlStateOf(error)
  if (state === '28000') return new AppError('not-signed-in')
  // A NUL byte or a lone surrogate that no schema caught: bad input, not our fault.
  if (state === '22021' || state === '22P05' || state === '22P02') return new AppError('invalid-input')
  // The policies said no where the use case had said yes: refused alike, and logged by the caller.
  if (state === '42501') return new AppError('not-found')
  return null
}

/** The one place where a refusal becomes a tRPC error, and where a denied attempt enters the audit trail. */
const speak = t.middleware(async ({ ctx, next, path, type, meta, getRawInput }) => {
  const result = await next()
  if (result.ok) {
    if (type === 'mutation') noteSaving('saved')
    return result
  }
  const { error } = result
  if (sqlStateOf(error.cause) === NO_ROOM) noteSaving('no-room')
  if (error.cause instanceof ZodError || (error.code !== 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof AppError)))
    return result
  const refusal = foreseen(error.cause ?? error)
  if (!refusal) {
    log.error(
      {
        path,
        traceId: ctx.traceId,
        kind: (error.cause ?? error).name,
        sqlState: sqlStateOf(error.cause),
        where: firstFrame(error.cause),
      },
      'unexpected',
    )
    return result
  }
  if (refusal.code === 'not-found' || refusal.code === 'not-allowed')
    await noteDenied(ctx, meta?.action ?? path, await getRawInput())
  const told = await noteRefused(ctx, meta?.action ?? path, refusal, getRawInput)
  throw new TRPCError({ code: TRPC_CODE[APP_ERRORS[told.code]], message: told.code, cause: told })
})

/** A refusal that shows something of a case is a read: when the trail cannot be written, nothing is shown. */
async function noteRefused(
  ctx: Context,
  action: string,
  refusal: AppError,
  getRawInput: () => Promise<unknown>,
): Promise<AppError> {
  const actor = actorOf(ctx)
  const shown = shownByRefusal(refusal, await getRawInput())
  if (!actor || !shown) return refusal
  try {
    await recordRefused(actor, action, shown)
    return refusal
  } catch (error) {
    log.error({ action, traceId: ctx.traceId, sqlState: sqlStateOf(error) }, 'a refusal could not be recorded')
    return foreseen(error) ?? new AppError('unavailable')
  }
}

async function noteDenied(ctx: Context, action: string, input: unknown): Promise<void> {
  const actor = actorOf(ctx)
  if (!actor) return
  await recordDenied(actor, action, askedIdIn(input)).catch((error: unknown) =>
    log.error({ action, traceId: ctx.traceId, sqlState: sqlStateOf(error) }, 'a denied attempt could not be recorded'),
  )
}

/** The line of ours where an unforeseen error arose: no message, because messages quote values. */
function firstFrame(error: unknown): string | null {
  const frame =
    error instanceof Error ? error.stack?.split('\n').find((line) => line.includes('/packages/')) : undefined
  return frame?.replace(/^.*\/packages\//, 'packages/').replace(/\)$/, '') ?? null
}

/** A session that was read a moment ago may have ended since, or its hat changed: the reading says so, and it is read and asked again. */
const withSessionAsItIs = t.middleware(async ({ ctx, next }) => {
  const result = await next()
  const isOver = !result.ok && result.error.cause instanceof AppError && result.error.cause.code === 'not-signed-in'
  if (!isOver || !ctx.readAnew) return result
  return next({ ctx: { ...ctx, signedIn: await ctx.readAnew(), readAnew: undefined } })
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** For the few things that need no sign-in. */
export const anyone = t.procedure.use(withSessionAsItIs).use(speak)

/** Signed in, whatever hat is worn or none. */
export const signedIn = anyone.use(({ ctx, next }) => {
  if (!ctx.signedIn) throw new AppError('not-signed-in')
  return next({ ctx: { ...ctx, signedIn: ctx.signedIn } })
})

/**
 * Signed in under a hat whose role may ever do `action` (packages/domain/src/access/who-may.ts). Whether it may do so in
 * this case is asked again in the use case, by the query and by the database.
 */
export const allowed = (action: Action) =>
  anyone.meta({ action }).use(async ({ ctx, next }) => {
    const mayDo = (hat: Actor | null | undefined) => hat && mayEver(hat.role, hat.serviceKind, action, hat.grants)
    const signedIn = ctx.readAnew && !mayDo(ctx.signedIn?.hat) ? await ctx.readAnew() : ctx.signedIn
    if (!signedIn) throw new AppError('not-signed-in')
    const actor = signedIn.hat
    if (!actor) throw new AppError('no-hat')
    if (!mayDo(actor)) throw new AppError('not-allowed')
    await countTurn(action, actor.accountId)
    return next({ ctx: { ...ctx, signedIn, actor } })
  })

/**
 * The same for a query whose whole answer is one readAsActor. That opens only under the very hat that it is told, so a session that was
 * read a moment ago need not be read again beforehand.
 */
export const allowedOneReading = (action: Action) => allowed(action).meta({ isOneReading: true })

/**
 * The same for what weighs most: an export, a merge, an emergency look, a role. Whoever presses has proved within the last ten
 * minutes who they are, by signing in or by proving it again (ASVS 7.5.3; docs/adr/0155). The role is asked first: nobody is
 * asked for a password for what they may not do anyway.
 */
export const allowedAfterStepUp = (action: Action) =>
  allowed(action).use(({ ctx, next }) => {
    if (!ctx.signedIn?.provedLately) throw new AppError('step-up-needed')
    return next({ ctx })
  })
