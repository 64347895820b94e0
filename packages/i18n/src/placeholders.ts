/**
 * What an ICU message needs filled in: `{name}`, `{count, plural, …}`, the tags of rich text, and what stands inside the
 * branches. Sorted, each once. Apostrophes quote as in ICU: `'{'` is a brace, `''` an apostrophe.
 */
export function placeholdersOf(message: string): string[] {
  const found = new Set<string>()
  collect(message, found)
  return [...found].sort()
}

function collect(message: string, found: Set<string>): void {
  const plain = message.replace(/''/g, '').replace(/'[{}<>][^']*'?/g, '')
  for (const tag of plain.matchAll(/<([a-z][\w-]*)>/gi)) found.add(`<${tag[1]}>`)
  for (const argument of outermostBraces(plain)) {
    const [name = '', format = '', ...rest] = argument.split(',')
    found.add(format.trim() === '' ? name.trim() : `${name.trim()}, ${format.trim()}`)
    for (const branch of outermostBraces(rest.join(','))) collect(branch, found)
  }
}

/** Every plural of a message with the forms that it has words for: `one`, `few`, `other`, `=0`. */
export function pluralsOf(message: string): { name: string; isOrdinal: boolean; forms: string[] }[] {
  const plain = message.replace(/''/g, '').replace(/'[{}<>][^']*'?/g, '')
  return outermostBraces(plain).flatMap((argument) => {
    const [name = '', format = '', ...rest] = argument.split(',')
    const branches = outermostBraces(rest.join(','))
    const inner = branches.flatMap(pluralsOf)
    const kind = format.trim()
    if (kind !== 'plural' && kind !== 'selectordinal') return inner
    let selectors = rest.join(',')
    for (const branch of branches) selectors = selectors.replace(`{${branch}}`, ' ')
    const forms = selectors.split(/\s+/).filter((form) => form !== '' && !form.startsWith('offset:'))
    return [{ name: name.trim(), isOrdinal: kind === 'selectordinal', forms }, ...inner]
  })
}

/** The insides of the brace pairs that stand in no other pair. */
function outermostBraces(text: string): string[] {
  const insides: string[] = []
  let depth = 0
  let start = 0
  for (const [index, character] of [...text].entries()) {
    if (character === '{') {
      if (depth === 0) start = index + 1
      depth += 1
    } else if (character === '}') {
      depth -= 1
      if (depth === 0) insides.push([...text].slice(start, index).join(''))
    }
  }
  return insides
}
