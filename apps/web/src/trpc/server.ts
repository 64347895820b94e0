import { AppError } from '@throughcare/api/app-error'
import { appRouter } from '@throughcare/api/root'
import { createCallerFactory } from '@throughcare/api/trpc'
import { TRPCError } from '@trpc/server'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { paths } from '../paths.ts'
import { currentPath, currentTraceId } from '../session/current-request.ts'
import { currentSession } from '../session/current-session.ts'

const createCaller = createCallerFactory(appRouter)

/**
 * The procedures, called in process by a page: same router, same checks, same audit as from the browser.
 *
 * Whoever is not signed in is sent to sign in, without a hat to choose one; what the role may not do is the page that says
 * so. Only `not-found` comes back to the page: wrap the call in {@link orNotFound}.
 */
export const api = cache(async () => {
  const signedIn = await sessionOrError()
  if (!signedIn) return redirect(paths.signIn({ to: await currentPath() }))
  if (!signedIn.hat) return redirect(paths.hats({ to: await currentPath() }))
  return callerFor(signedIn)
})

/** The same for the pages before a hat is chosen; null when nobody is signed in. */
export const apiWithoutHat = cache(async () => {
  const signedIn = await sessionOrError()
  return signedIn && callerFor(signedIn)
})

async function callerFor(signedIn: NonNullable<Awaited<ReturnType<typeof currentSession>>>) {
  const [traceId, path] = await Promise.all([currentTraceId(), currentPath()])
  return createCaller({ signedIn, traceId }, { onError: ({ error }) => leave(error, { traceId, path }) })
}

/** The answer, or the 404 page: the same for what is not there and for what is not theirs. Other refusals pass. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound()
    throw error
  }
}

/** Leaves the page for every refusal that no page can do anything about. */
function leave(error: TRPCError, at: { traceId: string; path: string }): void {
  const code = error.cause instanceof AppError ? error.cause.code : null
  if (code === 'not-signed-in') redirect(paths.signIn({ to: at.path, because: 'expired' }))
  if (code === 'no-hat') redirect(paths.hats({ to: at.path }))
  if (code === 'not-allowed') forbidden()
  if (code === 'unavailable' || code === null) throw shownFailure(code ?? 'unexpected', at.traceId)
}

async function sessionOrError() {
  try {
    return await currentSession()
  } catch (error) {
    if (error instanceof AppError) throw shownFailure(error.code, await currentTraceId())
    throw error
  }
}

/** An error whose digest the error page can read: Next keeps the digest and drops everything else. */
function shownFailure(code: string, traceId: string): Error {
  return Object.assign(new Error(code), { digest: `${code};${traceId}` })
}
