/** Headers that server.ts puts on every request to a page, after taking away what the browser sent under these names. */
export const TRACE_HEADER = 'x-throughcare-trace'
export const PATH_HEADER = 'x-throughcare-path'
/** On the answer to a right password: what is still to be proved before the session opens anything. */
export const AWAITS_HEADER = 'x-throughcare-awaits'
