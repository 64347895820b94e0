import { resolve } from 'node:path'
import { findClusterRecord } from './cluster-record.ts'
import { DATABASE_NAME, databaseUrls } from './prepare-database.ts'
import { socketFolderOf } from './socket.ts'

/** The embedded database of a data folder, as the app role, for a command beside `npm start`; null for a folder without one. */
export function findEmbeddedUrl(dataFolder: string): string | null {
  const record = findClusterRecord(resolve(dataFolder))
  return record && databaseUrls(socketFolderOf(record.serverFolder), record.passwords, DATABASE_NAME).appUrl
}
