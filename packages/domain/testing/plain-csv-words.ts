import type { CsvWords } from '../src/figure-export/figures-csv.ts'
import type { LeavingPart } from '../src/figure-export/leaving-line.ts'

/** The codes of a file of figures in place of words. */
export const PLAIN_CSV_WORDS: CsvWords = {
  sentences: ['Carries: release.'],
  headers: 'figure part of counted met not-met unknown share lower upper value unit note'.split(' '),
  figure: (subject) =>
    Object.values(subject)
      .toReversed()
      .join(' of ')
      .replace(/ of (figure|step|curve)$/, ''),
  part: (part) => (part.kind === 'group' ? part.breakdown : part.kind),
  of: ofPart,
  unit: (unit) => unit,
  note: (part) => (part.kind === 'month' && !part.isOver ? 'not over' : ''),
  hidden: 'not shown',
  open: 'not reached',
}

function ofPart(part: LeavingPart): string {
  switch (part.kind) {
    case 'month':
      return part.month
    case 'prison':
      return part.name
    case 'detail':
      return `${part.outcome} ${part.detail}`
    case 'group':
      return part.value
    case 'had-it':
    case 'had-it-among-all':
    case 'left-first':
      return `${part.hours} hours`
    case 'months':
      return `${part.from} ${part.to}`
    case 'barrier':
      return `${'key' in part.of ? part.of.key : 'all'} ${part.which}`
    default:
      return ''
  }
}
