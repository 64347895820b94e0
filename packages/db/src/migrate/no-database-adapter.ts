import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'

const ADAPTER_NAME = '@throughcare/no-database'

/** The oldest PostgreSQL that our SQL must run on (toolchain: nothing newer than 15). */
const OLDEST_SERVER = { name: 'PostgreSQL 15', number: 150_000 }

/**
 * An adapter without a database behind it.
 *
 * Comparing two schemas needs no database, but the engine asks one question of its server as soon as it is made: is the
 * schema there, and which version are you? This answers that, and refuses everything else aloud.
 */
export const noDatabaseAdapterFactory: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: ADAPTER_NAME,
  connect: async () => adapter,
  connectToShadowDb: async () => refuse('a shadow database'),
}

const adapter: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: ADAPTER_NAME,
  queryRaw: async ({ sql }) => (sql.includes('server_version_num') ? serverVersion : refuse(sql)),
  executeRaw: async ({ sql }) => refuse(sql),
  executeScript: async (script) => refuse(script),
  startTransaction: async () => refuse('a transaction'),
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => {},
}

const serverVersion: SqlResultSet = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, OLDEST_SERVER.name, OLDEST_SERVER.number]],
}

function refuse(asked: string): never {
  throw new Error(`The schema engine asked a database that is not there: ${asked}`)
}
