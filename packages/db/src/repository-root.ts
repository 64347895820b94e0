import { fileURLToPath } from 'node:url'

/** The folder of the clone, without a trailing slash: migrations, roles.sql and the schema are found from here. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
