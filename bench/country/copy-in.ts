import { once } from 'node:events'
import pg from 'pg'

/** What a COPY of pg's is asked and told; pg calls these by name. */
type CopyConnection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean }
}

const CHUNK = 262_144

/** A value as COPY's text format writes it. */
export type CopyValue = string | number | boolean | null | readonly string[] | readonly number[]

/**
 * Rows streamed into one table by COPY, over a connection of its own that takes foreign keys and triggers on trust: whoever loads
 * checks the keys afterwards.
 */
export class CopyInto {
  readonly table: string
  rows = 0
  #text: string
  #buffer: string[] = []
  #size = 0
  #client: pg.Client
  #connection: CopyConnection | null = null
  #opened = Promise.withResolvers<void>()
  #done = Promise.withResolvers<void>()

  private constructor(table: string, columns: readonly string[], client: pg.Client) {
    this.table = table
    this.#text = `copy ${table} (${columns.join(', ')}) from stdin`
    this.#client = client
  }

  static async open(superUrl: string, table: string, columns: readonly string[]): Promise<CopyInto> {
    const client = new pg.Client({ connectionString: superUrl })
    await client.connect()
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`)
    const copy = new CopyInto(table, columns, client)
    client.query(copy as unknown as pg.Submittable)
    await copy.#opened.promise
    return copy
  }

  /** One line, its fields already as COPY writes them and parted by tabs. */
  line(text: string): void {
    this.#buffer.push(text)
    this.#size += text.length + 1
    this.rows += 1
  }

  /** One row of any values. */
  row(values: readonly CopyValue[]): void {
    this.line(values.map(copyText).join('\t'))
  }

  /** Sends what is waiting once it is worth a packet, and waits for the server where it is behind. */
  async flush(all = false): Promise<void> {
    if (this.#size === 0 || (!all && this.#size < CHUNK)) return
    const chunk = Buffer.from(`${this.#buffer.join('\n')}\n`)
    this.#buffer = []
    this.#size = 0
    const connection = this.#connection as CopyConnection
    connection.sendCopyFromChunk(chunk)
    if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, 'drain'), this.#done.promise])
  }

  /** @throws what PostgreSQL says against the rows */
  async close(): Promise<void> {
    await this.flush(true)
    this.#connection?.endCopyFrom()
    await this.#done.promise
    await this.#client.end()
  }

  submit(connection: CopyConnection): void {
    this.#connection = connection
    connection.query(this.#text)
  }

  handleCopyInResponse(): void {
    this.#opened.resolve()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done.resolve()
  }

  handleError(error: Error): void {
    this.#opened.reject(error)
    this.#done.reject(new Error(`${this.table}: ${error.message}`, { cause: error }))
  }
}

export function copyText(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return arrayText(value)
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}

/** Codes and ids: nothing in them needs a quote. */
export function arrayText(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`
}
