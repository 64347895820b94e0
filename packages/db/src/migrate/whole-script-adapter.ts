import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { isOneTransaction } from './read-migrations.ts'

/**
 * While a migration waits for a table that somebody reads, everybody who comes after it waits as well: so it waits for so long, is undone,
 * lets them through and tries again.
 */
const LOCK_TIMEOUT_MS = 1_000
const LET_THROUGH_MS = 500
const GIVE_UP_MS = 120_000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * PrismaPg whose `executeScript` sends a migration as one message.
 *
 * PrismaPg splits scripts at every semicolon, which cuts `$$ … $$` function bodies apart. Sent whole, PostgreSQL parses
 * the script itself and runs it as one implicit transaction: a migration is there completely or not at all.
 */
export class WholeScriptAdapterFactory extends PrismaPg {
  /** What PostgreSQL said to the last script that failed; the engine wraps it until it is hard to read. */
  lastScriptError: pg.DatabaseError | undefined
  readonly #connectionString: string
  readonly #disposals: (() => Promise<void>)[] = []

  constructor(connectionString: string) {
    super({ connectionString, max: 1 })
    this.#connectionString = connectionString
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    this.#disposals.push(() => adapter.dispose())
    adapter.executeScript = (script) => this.#executeWhole(script)
    return adapter
  }

  /** Closes what the engine opened and forgets to close; its session would keep the engine's own lock. */
  async disconnect(): Promise<void> {
    await Promise.all(this.#disposals.splice(0).map((dispose) => dispose()))
  }

  /** Only a comparison with a live database needs one; draft-migration.ts compares two datamodels instead. */
  override connectToShadowDb(): Promise<never> {
    throw new Error('A shadow database is never made.')
  }

  async #executeWhole(script: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#connectionString })
    await client.connect()
    try {
      await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`)
      const giveUpAt = performance.now() + (isOneTransaction(script) ? GIVE_UP_MS : 0)
      while (!(await this.#isDone(client, script, giveUpAt))) await wait(LET_THROUGH_MS)
    } catch (error) {
      if (error instanceof pg.DatabaseError) this.lastScriptError = error
      throw error
    } finally {
      await client.end()
    }
  }

  /** False when it did not get a lock in time, was undone, and may be tried again. */
  async #isDone(client: pg.Client, script: string, giveUpAt: number): Promise<boolean> {
    try {
      await client.query(script)
      return true
    } catch (error) {
      const mayWait = performance.now() < giveUpAt
      if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE && mayWait) return false
      throw error
    }
  }
}
