/** The same props without those that are undefined: Aksel's and Next's types tell "not given" from "undefined". */
export function withoutUndefined<T extends object>(props: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const present = Object.entries(props).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as { [K in keyof T]: Exclude<T[K], undefined> }
}
