import type { ReactNode } from 'react'
import { Clock, type ClockProps } from './clock.tsx'
import { StateShape } from './state-shape.tsx'
import type { Tone } from './tone.tsx'

export type IdentityAlert = {
  readonly key: string
  readonly tone: Extract<Tone, 'attention' | 'urgent' | 'unknown'>
  readonly text: ReactNode
}

export type IdentityBarProps = {
  /** Names the region: "Person". */
  readonly label: string
  readonly name: string
  /** Language of the name where it is known to differ from the page. */
  readonly nameLang?: string | undefined
  /** Date of birth, number, language and interpreter: what tells two people apart. */
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: ReactNode }[]
  readonly clock: ClockProps
  /** What must not be missed, most urgent first. */
  readonly alerts?: readonly IdentityAlert[] | undefined
  /** Names the alerts and, on a phone, stays in sight as a link to them: "2 things not to miss". */
  readonly alertsLabel: string
  readonly actions?: ReactNode | undefined
}

/**
 * Who this page is about and how late it is: first thing on every case page, and in sight while the page scrolls.
 * On a phone name, clock and the link to the alerts stay; the alerts themselves stand once, in full, under them.
 */
export function IdentityBar({
  label,
  name,
  nameLang,
  facts,
  clock,
  alerts = [],
  alertsLabel,
  actions,
}: IdentityBarProps) {
  const worst = alerts[0]
  return (
    <section className="tc-identity" aria-label={label}>
      <div className="tc-identity__bar">
        <div className="tc-identity__who">
          <p className="tc-identity__name" lang={nameLang}>
            {name}
          </p>
          <dl className="tc-identity__facts">
            {facts.map((fact) => (
              <div key={fact.key}>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
          {worst && (
            <a className="tc-identity__chip" href="#not-to-miss" data-tone={worst.tone}>
              <StateShape tone={worst.tone} />
              {alertsLabel}
            </a>
          )}
        </div>
        <Clock {...clock} />
        {actions && <div className="tc-identity__actions">{actions}</div>}
      </div>
      {worst && (
        <ul id="not-to-miss" className="tc-identity__alerts" aria-label={alertsLabel}>
          {alerts.map(({ key, tone, text }) => (
            <li key={key} data-tone={tone}>
              <StateShape tone={tone} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
