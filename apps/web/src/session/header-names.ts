/** Headers that server.ts puts on every request to a page, after taking away what the browser sent under these names. */
export const TRACE_HEADER = 'x-throughcare-trace'
export const PATH_HEADER = 'x-throughcare-path'
