import type { ReactNode } from 'react'

type Gap = 'small' | 'medium' | 'large'

/** One below the other. */
export function Stack({ children, gap = 'medium' }: { readonly children: ReactNode; readonly gap?: Gap | undefined }) {
  return (
    <div className="tc-stack" data-gap={gap}>
      {children}
    </div>
  )
}

/** Side by side while each has room, else one below the other. */
export function Row({ children, gap = 'small' }: { readonly children: ReactNode; readonly gap?: Gap | undefined }) {
  return (
    <div className="tc-row" data-gap={gap}>
      {children}
    </div>
  )
}

type ColumnsProps = {
  readonly children: ReactNode
  /** `even` tiles of equal width; `main-aside` two thirds and one third. */
  readonly split?: 'even' | 'main-aside' | undefined
}

/** Columns on a desk, one column on a phone. */
export function Columns({ children, split = 'even' }: ColumnsProps) {
  return (
    <div className="tc-columns" data-split={split}>
      {children}
    </div>
  )
}

/** The body of a form: fields one below the other in reading width. The `form` element itself stays with the page. */
export function FormBody({ children }: { readonly children: ReactNode }) {
  return <div className="tc-form">{children}</div>
}

/** Running text in a comfortable measure. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return <div className="tc-prose">{children}</div>
}
