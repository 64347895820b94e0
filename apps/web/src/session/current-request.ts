import { headers } from 'next/headers'
import { PATH_HEADER, TRACE_HEADER } from './header-names.ts'

/** The id of this request, as it stands in the log. */
export async function currentTraceId(): Promise<string> {
  return (await headers()).get(TRACE_HEADER) ?? 'unknown'
}

/** The path and query that the browser asked for. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? '/'
}
