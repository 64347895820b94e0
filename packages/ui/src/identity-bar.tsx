import type { ReactNode } from 'react'
import { Clock, type ClockProps } from './clock.tsx'
import { StateShape } from './state-shape.tsx'
import type { Tone } from './tone.tsx'

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
  readonly alerts?:
    | readonly {
        readonly key: string
        readonly tone: Extract<Tone, 'attention' | 'urgent' | 'unknown'>
        readonly text: ReactNode
      }[]
    | undefined
  readonly alertsLabel: string
  readonly actions?: ReactNode | undefined
}

/** Who this page is about and how late it is: on every case page, at the top, and in sight while the page scrolls. */
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
  return (
    <section className="tc-identity" aria-label={label}>
      <div className="tc-identity__who">
        <p className="tc-identity__name" lang={nameLang}>
          {name}
        </p>
        <dl className="tc-identity__facts">
          {facts.map(({ key, label: factLabel, value }) => (
            <div key={key}>
              <dt>{factLabel}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="tc-identity__clock">
        <Clock {...clock} />
      </div>
      {actions && <div className="tc-identity__actions">{actions}</div>}
      {alerts.length > 0 && (
        <ul className="tc-identity__alerts" aria-label={alertsLabel}>
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
