'use client'

import { Button } from '@throughcare/ui/button'
import { VisuallyHidden } from '@throughcare/ui/visually-hidden'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { GivenPress } from './use-given-press.ts'
import { ROW_PRESS, ROW_UNDO } from './use-row-keys.ts'

type Props = { readonly press: GivenPress; readonly name: string }

/**
 * The button of a row. It stays where it is whatever it says, so that the keyboard keeps its place; a double click asks and
 * does not record.
 */
export function QuickPress({ press, name }: Props) {
  const t = useTranslations('dose-list')
  const place = useRef<HTMLSpanElement>(null)
  const { isArmed, isGiven, secondsLeft, pending } = press
  return (
    <>
      <span ref={place} {...ROW_PRESS}>
        <Button
          variant={isArmed ? 'primary' : 'secondary'}
          pending={pending}
          pendingText={t('press.saving')}
          aria-disabled={isGiven || undefined}
          onClick={({ detail }) => detail <= 1 && press.press()}
          onBlur={() => !pending && press.disarm()}
          onKeyDown={({ key }) => key === 'Escape' && press.disarm()}
        >
          {isGiven ? t('press.given') : isArmed ? t('press.sure', { name }) : t('press.give')}
          {!isArmed && <VisuallyHidden>: {name}</VisuallyHidden>}
        </Button>
      </span>
      {isGiven && secondsLeft > 0 && (
        <span {...ROW_UNDO}>
          <Button
            variant="quiet"
            onClick={() => {
              place.current?.querySelector('button')?.focus()
              press.takeBack()
            }}
          >
            {t('press.undo')}
            <VisuallyHidden>: {name}</VisuallyHidden> <span aria-hidden="true">({secondsLeft})</span>
          </Button>
        </span>
      )}
    </>
  )
}
