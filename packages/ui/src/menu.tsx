import type { ReactNode } from 'react'
import { Dismissable } from './dismissable.tsx'
import { Icon, type IconName } from './icon.tsx'

type MenuProps = {
  readonly label: string
  readonly icon?: IconName | undefined
  /** Links, buttons, switches. */
  readonly children: ReactNode
}

/** A panel under a button in the header. */
export function Menu({ label, icon = 'person', children }: MenuProps) {
  return (
    <Dismissable
      className="tc-menu"
      summary={
        <summary>
          <Icon name={icon} />
          <span className="tc-menu__label">{label}</span>
          <Icon name="down" />
        </summary>
      }
    >
      <div className="tc-menu__panel">{children}</div>
    </Dismissable>
  )
}
