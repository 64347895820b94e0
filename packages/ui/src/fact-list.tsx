import type { ReactNode } from 'react'

/** Short ready words in one line, divided by dots; nothing at all when there are none. */
export function FactList({ facts }: { readonly facts: readonly ReactNode[] }) {
  if (facts.length === 0) return null
  return (
    <ul className="tc-facts">
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  )
}
