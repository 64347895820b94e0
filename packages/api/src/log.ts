import pino from 'pino'

/**
 * The process's log, one JSON line an event. Nothing that identifies a person or a treatment is ever put in: errors are
 * logged by kind and SQLSTATE, never by message, because PostgreSQL's messages quote values.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
