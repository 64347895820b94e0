'use client'

import type { AreaToHandOver, Receivers } from '@throughcare/api/handoff/find-receivers'
import type { Offer } from '@throughcare/api/handoff/offer-of'
import type { HandoffsSent } from '@throughcare/api/handoff/send-handoffs'
import type { Area } from '@throughcare/domain/checklist/areas'
import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { ConfirmDialog } from '@throughcare/ui/confirm-dialog'
import { Disclosure } from '@throughcare/ui/disclosure'
import { ErrorSummary } from '@throughcare/ui/error-summary'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { useFormat } from '../words/use-format.ts'
import { AreaToSend } from './area-to-send.tsx'
import { SentNotice } from './sent-notice.tsx'

type Props = { readonly receivers: Receivers }

/** A send set: one service per area, all of them in one press. */
export function SendForm({ receivers }: Props) {
  const t = useTranslations('handoff')
  const form = useTranslations('form')
  const areaName = useTranslations('area.name')
  const format = useFormat()
  const trpc = useTRPC()
  const [chosen, setChosen] = useState<Partial<Record<Area, string>>>({})
  const [asks, setAsks] = useState(false)
  const [emptyPresses, setEmptyPresses] = useState(0)
  const [sent, setSent] = useState<HandoffsSent['handoffs']>([])
  const deed = useDeed(trpc.handoff.send.mutationOptions(), {
    onDone: (answer) => {
      setSent((before) => [...before, ...answer.handoffs])
      setChosen({})
    },
  })

  const { areas, episodeId, planVersion } = receivers
  const set = areas.flatMap((area): { area: Area; offer: Offer }[] => {
    const offer = area.standing ? undefined : area.offers.find(({ serviceId }) => serviceId === chosen[area.area])
    return offer ? [{ area: area.area, offer }] : []
  })
  const isFolded = (area: AreaToHandOver) => area.openItems === 0 && !area.standing
  const shown = areas.filter((area) => !isFolded(area))
  const folded = areas.filter(isFolded)
  const one = (area: AreaToHandOver) => (
    <AreaToSend
      key={area.area}
      area={area}
      value={chosen[area.area] ?? ''}
      onChoose={(serviceId) => {
        setEmptyPresses(0)
        setChosen((before) => ({ ...before, [area.area]: serviceId }))
      }}
      onResent={(handoffs) => setSent((before) => [...before, ...handoffs])}
    />
  )

  return (
    <Stack gap="large">
      <SentNotice sent={sent} />
      {emptyPresses > 0 && (
        <ErrorSummary
          heading={form('summary')}
          attempt={emptyPresses}
          errors={[
            { fieldId: `to-${areas.find((area) => !area.standing)?.area}`, message: t('hand-over.nothing-chosen') },
          ]}
        />
      )}
      <DeedRefusal
        error={deed.error}
        attempt={deed.attempt}
        labels={Object.fromEntries(
          set.map(({ area }, index) => [`handoffs.${index}.receivingServiceId`, areaName(area)]),
        )}
        onLoad={deed.reload}
      />
      {shown.map(one)}
      {folded.length > 0 && (
        <Disclosure summary={t('hand-over.others')} open={shown.length === 0}>
          <Stack>{folded.map(one)}</Stack>
        </Disclosure>
      )}
      {(set.length > 0 || shown.some((area) => !area.standing && area.offers.length > 0)) && (
        <ButtonRow sticky>
          <Button
            pending={deed.pending}
            pendingText={t('moving.send')}
            onClick={() => (set.length > 0 ? setAsks(true) : setEmptyPresses((before) => before + 1))}
          >
            {t('hand-over.send-set', { count: set.length })}
          </Button>
        </ButtonRow>
      )}
      <ConfirmDialog
        open={asks}
        heading={t('hand-over.confirm.heading', { count: set.length })}
        confirmText={t('hand-over.send-set', { count: set.length })}
        cancelText={t('hand-over.confirm.back')}
        pending={deed.pending}
        pendingText={t('moving.send')}
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false)
          deed.press({
            episodeId,
            seenVersion: planVersion ?? 0,
            handoffs: set.map(({ area, offer }) => ({ area, receivingServiceId: offer.serviceId })),
          })
        }}
      >
        <p>{t('hand-over.confirm.text')}</p>
        <ul>
          {set.map(({ area, offer }) => (
            <li key={area}>
              {t('hand-over.confirm.line', {
                area: areaName(area),
                name: offer.name,
                at: format.instant(offer.dueAt, 'weekday'),
              })}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </Stack>
  )
}
