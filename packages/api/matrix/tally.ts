/** Counts the cells of a run, so that a run that examined nothing is seen. */
export class Tally {
  readonly #run: string
  readonly #outcomes = new Map<string, number>()
  readonly #cells = new Map<string, number>()

  constructor(run: string) {
    this.#run = run
  }

  add(row: string, outcome: string, cells = 1): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + cells)
    this.#cells.set(row, (this.#cells.get(row) ?? 0) + cells)
  }

  cellsOf(row: string): number {
    return this.#cells.get(row) ?? 0
  }

  print(): void {
    const all = [...this.#cells.values()].reduce((sum, cells) => sum + cells, 0)
    const outcomes = [...this.#outcomes].sort(([, left], [, right]) => right - left)
    process.stdout.write(
      `\nAccess matrix, ${this.#run}: ${all} cells of ${this.#cells.size} rows\n${outcomes
        .map(([outcome, cells]) => `${String(cells).padStart(8)}  ${outcome}`)
        .join('\n')}\n`,
    )
  }
}
