import type { Actor } from '@throughcare/db/actor'
import { type Scene as DatabaseScene, openScene as openDatabaseScene } from '@throughcare/db/testing/scene'
import { type AppRouter, appRouter } from '../src/root.ts'
import { createCallerFactory } from '../src/trpc.ts'

export type Caller = ReturnType<ReturnType<typeof createCallerFactory<AppRouter['_def']['record']>>>

/** A scene whose cast can call every procedure in process, exactly as the browser would through HTTP. */
export type Scene = DatabaseScene & { as: (actor: Actor | null) => Caller }

/** Opens a scene for one test file. */
export async function openScene(passwordHash: string | null = null): Promise<Scene> {
  const scene = await openDatabaseScene(passwordHash)
  const createCaller = createCallerFactory(appRouter)
  return {
    ...scene,
    as: (actor) =>
      createCaller({
        traceId: 'test',
        signedIn: actor && {
          sessionId: '00000000-0000-7000-8000-000000000000',
          accountId: actor.accountId,
          displayName: actor.displayName,
          locale: actor.locale,
          sidHash: actor.sidHash,
          provedLately: true,
          hat: actor,
        },
      }) as Caller,
  }
}
