import { Worker } from 'node:worker_threads'

export const name = 'import'

/** D07: memory is bounded. The heap that everything runs in, whatever the file; beyond it the engine ends the thread. */
const HEAP_MB = 192

/** Imports release lists in a thread whose heap is limited: see import-release-lists.ts. */
export function run(): Promise<{ ok: boolean; figures: Record<string, number> }> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('../import-release-lists.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    thread.once('message', ({ ok, figures }) => resolve({ ok, figures: { heapLimitMb: HEAP_MB, ...figures } }))
    thread.once('error', reject)
  })
}
