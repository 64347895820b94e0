/** The one page that opens without network, and the worker that keeps it. */
export const SHELL_PATH = '/gate-list'
export const SHELL_WORKER_PATH = '/gate-list-worker.js'

/** On every answer that is this page and no wireless network's own: the version of the build. */
export const SHELL_HEADER = 'x-throughcare-shell'
