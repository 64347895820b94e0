import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { StateShape } from './state-shape.tsx'

export type AppHeaderProps = {
  readonly productName: string
  readonly homeHref: string
  /** "Demo: invented people"; left out in real use. */
  readonly demoMark?: string | undefined
  /** For which service and in which role this person acts just now: always in sight, because it decides what may be done. */
  readonly hat?:
    | {
        readonly label: string
        readonly service: string
        readonly role: string
        readonly change?: { readonly href: string; readonly text: string } | undefined
      }
    | undefined
  /** Menu, theme and language. */
  readonly actions?: ReactNode | undefined
}

/** The top of every page. */
export function AppHeader({ productName, homeHref, demoMark, hat, actions }: AppHeaderProps) {
  return (
    <header className="tc-header">
      <div className="tc-header__product">
        <Link quiet href={homeHref} className="tc-header__name">
          <svg className="tc-header__mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
            <path className="tc-header__gate" d="M5 24V10.5A9 9 0 0 1 23 10.5V24" />
            <path className="tc-header__path" d="M14 24v-6.5M9.5 24c0-7 9-5.5 9-12" />
          </svg>
          {productName}
        </Link>
        {demoMark && (
          <span className="tc-header__demo">
            <StateShape tone="attention" />
            {demoMark}
          </span>
        )}
      </div>
      {hat && (
        <div className="tc-hat">
          <span className="tc-hat__label">{hat.label}</span>
          <span className="tc-hat__service">{hat.service}</span>
          <span className="tc-hat__role">{hat.role}</span>
          {hat.change && (
            <Link href={hat.change.href} className="tc-hat__change">
              {hat.change.text}
            </Link>
          )}
        </div>
      )}
      {actions && <div className="tc-header__actions">{actions}</div>}
    </header>
  )
}
