/**
 * How a name reads to somebody who types it without accents: lower case, marks off, special letters written out,
 * apostrophes dropped, hyphens and every other sign a space. `O'Neill` is `oneill`, `Åse-Mari` is `ase mari`.
 *
 * It is for finding, never for showing. A name without a letter or digit (an emoji) keys as itself, so that it can be
 * found too. Unicode compatibility forms fold first: full-width letters are letters.
 */
export function nameKey(...names: readonly string[]): string {
  return keyOf(names.join(' '))
}

/** The same words in alphabetical order: swapped family and given names have one key. */
export function orderFreeNameKey(...names: readonly string[]): string {
  return nameKey(...names)
    .split(' ')
    .toSorted()
    .join(' ')
}

/**
 * Every key under which this name is written without its special letters: `Müller` is `muller` and `mueller`, `Ås` is
 * `as` and `aas`. One key when the name has none of them.
 */
export function nameKeys(...names: readonly string[]): string[] {
  const written = names.join(' ')
  return [...new Set([keyOf(written), keyOf(spellOut(written))])]
}

function keyOf(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[øæœßłđðþıħŋəƒ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ`´ʹ′]|\p{M}|\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return folded === '' ? text.normalize('NFKC').trim().toLowerCase() : oneAlphabet(folded)
}

/**
 * A word that mixes alphabets is read in Latin letters: `Lаrsen` with a Cyrillic а is a slip of a keyboard, a copied text or a trick, and
 * never another name. A word that is Cyrillic or Greek throughout stays what it is (practice D13).
 */
function oneAlphabet(text: string): string {
  return text.replace(/\p{L}+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)
      ? word.replace(/./gu, (letter) => LOOKS_LIKE[letter] ?? letter)
      : word,
  )
}

function spellOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/gu, (letter) => SPELT_OUT[letter] ?? letter)
}

/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ƒ: 'f',
}

/** Cyrillic and Greek letters that nobody can tell from a Latin one on a screen. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhвbкkмmнhтtοoνvαaιiκkρpυuχx']
    .join('')
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
)

/** How German and the Nordic languages write these letters where the keyboard lacks them. */
const SPELT_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
