import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/**
 * PrismaPg whose `executeScript` sends a migration as one message.
 *
 * PrismaPg splits scripts at every semicolon, which cuts `$$ … $$` function bodies apart. Sent whole, PostgreSQL parses
 * the script itself and runs it as one implicit transaction: a migration is there completely or not at all.
 */
export class WholeScriptAdapterFactory extends PrismaPg {
  readonly #connectionString: string

  constructor(connectionString: string) {
    super({ connectionString, max: 1 })
    this.#connectionString = connectionString
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    const connectionString = this.#connectionString
    adapter.executeScript = (script) => executeWhole(connectionString, script)
    return adapter
  }

  /** Compares need a second, throw-away database; ours compare two datamodels instead and never come here. */
  override connectToShadowDb(): Promise<never> {
    throw new Error('A shadow database is never made: draft-migration.ts compares two datamodels.')
  }
}

async function executeWhole(connectionString: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(script)
  } finally {
    await client.end()
  }
}

/** The adapter type that the engine expects; kept here so that nobody else imports it from Prisma. */
export type MigrationAdapter = SqlDriverAdapter
