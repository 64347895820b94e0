import { headers } from 'next/headers'

/** Headers that server.ts puts on every request to a page, after taking away what the browser sent under these names. */
export const TRACE_HEADER = 'x-throughcare-trace'
export const PATH_HEADER = 'x-throughcare-path'

/** The id of this request, as it stands in the log. */
export async function currentTraceId(): Promise<string> {
  return (await headers()).get(TRACE_HEADER) ?? 'unknown'
}

/** The path and query that the browser asked for. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? '/'
}
