import type { ReactNode } from 'react'

export type PageFrameProps = {
  readonly skipText: string
  readonly header: ReactNode
  readonly navigation?: ReactNode | undefined
  readonly children: ReactNode
  readonly footer?: ReactNode | undefined
  /** `wide` for boards and dashboards, `reading` for forms and texts. */
  readonly width?: 'wide' | 'reading' | undefined
}

/** The frame around every page: skip link, header, navigation (at the side; at the thumb on a phone), main, footer. */
export function PageFrame({ skipText, header, navigation, children, footer, width = 'wide' }: PageFrameProps) {
  return (
    <div className="tc-frame" data-navigation={navigation ? true : undefined}>
      <a className="tc-skip" href="#main">
        {skipText}
      </a>
      {header}
      {navigation}
      <main id="main" tabIndex={-1} className="tc-main" data-width={width}>
        {children}
      </main>
      {footer && <footer className="tc-footer">{footer}</footer>}
    </div>
  )
}
