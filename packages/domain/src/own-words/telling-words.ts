/**
 * Names that give a person away to whoever sees their sheet of paper: medicines by substance and brand, and what the
 * treatment is called, in the languages that are printed. Beginnings of words, in small letters without accents.
 */
const TELLING_BEGINNINGS = [
  ...['methad', 'metad', 'levometh', 'polamidon', 'polamivet', 'dolophine', 'physeptone', 'eptadone', 'misyo'],
  ...['bupren', 'buprex', 'subutex', 'suboxon', 'espranor', 'zubsolv', 'buvidal', 'sublocade', 'temgesic', 'orobupre'],
  ...['morphi', 'morfi', 'substitol', 'heroin', 'diamorph', 'diaphin', 'dolcontin', 'contalgin', 'kapanol'],
  ...['naloxon', 'nyxoid', 'narcan', 'prenoxad', 'ventizolve', 'naltrex', 'nalokson'],
  ...['antabus', 'disulfiram', 'pregabalin', 'lyrica', 'rivotril', 'diazepam', 'valium'],
  ...['antiretrovir', 'biktarvy', 'epclusa', 'maviret', 'hepatit', 'hiv'],
  ...['substitution', 'traitement substitutif', 'opioid', 'opiat'],
  ...['ميثادون', 'بوبرينورفين', 'نالوكسون', 'مورفين'],
] as const
/** Short names, which are only meant when they stand alone and in capitals. */
const TELLING_ABBREVIATIONS = ['OMT', 'OST', 'OAT', 'MAT', 'LAR', 'TSO', 'HCV', 'VIH', 'VHC', 'ART', 'DAA'] as const

/**
 * Which names in these words give away a treatment or a place that treats? For the warning while they are written: they may
 * be printed, and nobody else may change them.
 *
 * @param services names of services, each looked for as a whole
 * @returns each name as it stands in the words, once, in the order in which it stands there
 */
export function tellingWords(words: string, services: readonly string[]): string[] {
  const plain = folded(words)
  const found: { at: number; name: string }[] = []
  const note = (at: number, length: number) => found.push({ at, name: words.slice(at, at + length) })
  for (const match of plain.matchAll(/[\p{L}\p{N}]+/gu))
    if (isTelling(match[0]) || isAbbreviation(words, match)) note(match.index, match[0].length)
  for (const phrase of [...TELLING_BEGINNINGS.filter((each) => each.includes(' ')), ...services.map(folded)])
    if (phrase.trim() !== '' && plain.includes(phrase)) note(plain.indexOf(phrase), phrase.length)
  return [...new Set(found.toSorted((one, other) => one.at - other.at).map(({ name }) => name))]
}

/** In Arabic the article is written together with its word. */
function isTelling(word: string): boolean {
  return TELLING_BEGINNINGS.some((each) => word.startsWith(each) || word.startsWith(`ال${each}`))
}

function isAbbreviation(words: string, match: RegExpExecArray): boolean {
  const written = words.slice(match.index, match.index + match[0].length)
  return TELLING_ABBREVIATIONS.some((each) => each === written)
}

/** In small letters and without accents, letter for letter as long as before. */
function folded(text: string): string {
  return [...text]
    .map((letter) => {
      const [base = letter] = letter.normalize('NFD').toLowerCase()
      return base.length === letter.length ? base : letter
    })
    .join('')
}
