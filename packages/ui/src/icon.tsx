import type { ReactNode } from 'react'

/** Line drawings for navigation and buttons; always beside a word. */
export type IconName =
  | 'board'
  | 'inbox'
  | 'bell'
  | 'chart'
  | 'person'
  | 'add'
  | 'search'
  | 'upload'
  | 'settings'
  | 'gate'
  | 'phone'
  | 'print'
  | 'back'
  | 'next'
  | 'down'
  | 'close'
  | 'more'

const STROKES: Record<IconName, ReactNode> = {
  board: <path d="M4 5h16M4 12h16M4 19h10M8 3v4M8 10v4" />,
  inbox: <path d="M3 13h5l1.5 3h5L16 13h5M3 13l3-8h12l3 8v6H3z" />,
  bell: <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4" />,
  chart: <path d="M4 4v16h16M8 15l4-5 3 3 5-7" />,
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.8-5.5 7.5-5.5s6.7 1.5 7.5 5.5" />,
  add: <path d="M12 5v14M5 12h14" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21" />,
  upload: <path d="M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4" />,
  settings: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5" />,
  gate: <path d="M4 21V5l8-2v18M12 6h8v15M2.5 21h19M9 12v1.5M15 12h2" />,
  phone: (
    <path d="M6 3h3l1.5 5-2 1.5a12 12 0 0 0 6 6l1.5-2 5 1.5v3c0 1.5-1 2.5-2.5 2.5C10.5 20.5 3.5 13.5 3.5 5.5 3.5 4 4.5 3 6 3z" />
  ),
  print: <path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z" />,
  back: <path d="M15 5l-7 7 7 7" />,
  next: <path d="M9 5l7 7-7 7" />,
  down: <path d="M5 9l7 7 7-7" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" />,
}

/** A line drawing that repeats the word beside it, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="tc-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {STROKES[name]}
    </svg>
  )
}
