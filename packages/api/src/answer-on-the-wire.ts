import superjson from 'superjson'

/**
 * How answers go out: as superjson writes them. Most are plain JSON already, and for those the notes that it would look for are not
 * there to be found: looking takes one pass, where superjson copies the whole answer.
 */
export const answerOnTheWire = {
  serialize: (answer: unknown): { json: unknown } => (isPlain(answer) ? { json: answer } : superjson.serialize(answer)),
  deserialize: superjson.deserialize,
}

/** Does JSON carry it as it is? A key that holds nothing may as well not be there. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
    case 'object':
      return value === null || (Array.isArray(value) ? value.every(isPlain) : isPlainObject(value))
    default:
      return false
  }
}

function isPlainObject(value: object): boolean {
  const kind: unknown = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) return false
  for (const each of Object.values(value)) if (each !== undefined && !isPlain(each)) return false
  return true
}
