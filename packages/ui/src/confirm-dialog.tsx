'use client'

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './button.tsx'

export type ConfirmDialogProps = {
  readonly open: boolean
  readonly heading: ReactNode
  /** What will happen, to whom, and whether it can be undone. Form fields may stand here. */
  readonly children?: ReactNode | undefined
  readonly confirmText: string
  readonly cancelText: string
  readonly pending?: boolean | undefined
  readonly pendingText?: string | undefined
  readonly danger?: boolean | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before a deed that others feel at once. The browser's own dialog: focus stays inside, Escape cancels, focus returns. */
export function ConfirmDialog({ open, ...props }: ConfirmDialogProps) {
  return open ? <OpenDialog {...props} /> : null
}

function OpenDialog(props: Omit<ConfirmDialogProps, 'open'>) {
  const { heading, children, confirmText, cancelText, pending, pendingText, danger, onConfirm, onCancel } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  // Before the element goes, not after: only a dialog that is closed gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="tc-dialog"
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        if (!pending) onCancel()
      }}
    >
      <h2 id={headingId}>{heading}</h2>
      {children && <div className="tc-dialog__body">{children}</div>}
      <div className="tc-button-row">
        <Button variant={danger ? 'danger' : 'primary'} pending={pending} pendingText={pendingText} onClick={onConfirm}>
          {confirmText}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {cancelText}
        </Button>
      </div>
    </dialog>
  )
}
