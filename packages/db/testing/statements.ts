import pg from 'pg'

/** A statement as it left for PostgreSQL. */
export type Statement = { text: string; values: readonly unknown[] }

type Query = (this: pg.Client, ...given: unknown[]) => unknown

/** Keeps every statement that this process sends from now on, through Prisma or by itself, until it ends. */
export class Statements {
  readonly #kept: Statement[] = []
  readonly #query = pg.Client.prototype.query as unknown as Query

  constructor() {
    const keep = (statement: Statement) => this.#kept.push(statement)
    const query = this.#query
    const kept: Query = function kept(...given) {
      const [asked, values] = given
      if (typeof asked === 'string') keep({ text: asked, values: Array.isArray(values) ? values : [] })
      else if (isStatement(asked)) keep({ text: asked.text, values: asked.values ?? [] })
      return query.apply(this, given)
    }
    Object.assign(pg.Client.prototype, { query: kept })
  }

  /** Those since the last time. */
  take(): Statement[] {
    return this.#kept.splice(0)
  }

  end(): void {
    Object.assign(pg.Client.prototype, { query: this.#query })
  }
}

function isStatement(asked: unknown): asked is { text: string; values?: unknown[] } {
  return typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string'
}

type Plan = { 'Node Type': string; Plans?: Plan[] } & Record<string, unknown>

/** Asks PostgreSQL how it would go about statements: nodes with tables, indexes and joins, without costs. */
export class Planner {
  readonly #client: pg.Client

  private constructor(client: pg.Client) {
    this.#client = client
  }

  static async open(appUrl: string): Promise<Planner> {
    const client = new pg.Client({ connectionString: appUrl })
    await client.connect()
    return new Planner(client)
  }

  /** The shape of each statement's plan, as this session would run it. What opens and ends a transaction has none. */
  async shapes(
    session: { sidHash: Uint8Array; membershipId: string },
    statements: readonly Statement[],
  ): Promise<string[]> {
    const shapes: string[] = []
    await this.#client.query('begin')
    await this.#client.query('select app.open_session($1, $2)', [Buffer.from(session.sidHash), session.membershipId])
    for (const { text, values } of statements.filter((one) => PLANNED.test(one.text))) {
      const { rows } = await this.#client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (format json) ${text}`, [
        ...values,
      ])
      const [plan] = rows[0]?.['QUERY PLAN'] ?? []
      if (plan) shapes.push(shapeOf(plan.Plan))
    }
    await this.#client.query('rollback')
    return shapes
  }

  close(): Promise<void> {
    return this.#client.end()
  }
}

const PLANNED = /^\s*(select|insert|update|delete|with)\b/i
const TOLD = [
  'Node Type',
  'Relation Name',
  'Index Name',
  'Function Name',
  'Join Type',
  'Strategy',
  'Parent Relationship',
] as const

function shapeOf(plan: Plan): string {
  const node = TOLD.flatMap((key) => (plan[key] === undefined ? [] : [String(plan[key])])).join(' ')
  return `${node}(${(plan.Plans ?? []).map(shapeOf).join(', ')})`
}
