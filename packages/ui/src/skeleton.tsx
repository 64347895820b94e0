import type { ReactNode } from 'react'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

function SkeletonFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="tc-skeleton" role="status">
      <span className="tc-skeleton__words">{label}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}

/** Stands in for a Table of that many rows while it loads: same row height, so nothing jumps. `label` says what loads. */
export function SkeletonTable({
  label,
  rows = 8,
  columns = 5,
}: {
  readonly label: string
  readonly rows?: number
  readonly columns?: number
}) {
  return (
    <SkeletonFrame label={label}>
      <div className="tc-skeleton__table">
        {times(rows).map((row) => (
          <div key={row} className="tc-skeleton__row">
            {times(columns).map((column) => (
              <span key={column} className="tc-skeleton__bar" />
            ))}
          </div>
        ))}
      </div>
    </SkeletonFrame>
  )
}

/** Stands in for cards. */
export function SkeletonCards({ label, count = 3 }: { readonly label: string; readonly count?: number }) {
  return (
    <SkeletonFrame label={label}>
      <div className="tc-skeleton__cards">
        {times(count).map((card) => (
          <div key={card} className="tc-skeleton__card">
            <span className="tc-skeleton__bar" data-size="title" />
            <span className="tc-skeleton__bar" />
            <span className="tc-skeleton__bar" data-size="short" />
          </div>
        ))}
      </div>
    </SkeletonFrame>
  )
}

/** Stands in for a case page: identity bar, heading, a block of facts. */
export function SkeletonCase({ label }: { readonly label: string }) {
  return (
    <SkeletonFrame label={label}>
      <div className="tc-skeleton__identity">
        <span className="tc-skeleton__bar" data-size="title" />
        <span className="tc-skeleton__bar" data-size="short" />
      </div>
      <div className="tc-skeleton__cards">
        {times(2).map((card) => (
          <div key={card} className="tc-skeleton__card" data-size="tall">
            <span className="tc-skeleton__bar" data-size="title" />
            <span className="tc-skeleton__bar" />
            <span className="tc-skeleton__bar" />
          </div>
        ))}
      </div>
    </SkeletonFrame>
  )
}
