'use client'

import type { AreaToHandOver } from '@throughcare/api/handoff/find-receivers'
import type { HandoffsSent } from '@throughcare/api/handoff/send-handoffs'
import { RadioGroup } from '@throughcare/ui/radio-group'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { useTranslations } from 'next-intl'
import { AREA_LOOK } from './handoff-looks.ts'
import { NobodyCan } from './nobody-can.tsx'
import { useOfferChoices } from './offer-choices.tsx'
import { StandingArea } from './standing-area.tsx'
import { WhatTravels } from './what-travels.tsx'

type Props = {
  readonly area: AreaToHandOver
  /** The service chosen; '' for nobody. */
  readonly value: string
  readonly onChoose: (serviceId: string) => void
  readonly onResent: (handoffs: HandoffsSent['handoffs']) => void
}

/** One area: who can take it and by when they would answer, or what stands for it already. */
export function AreaToSend({ area, value, onChoose, onResent }: Props) {
  const t = useTranslations('handoff')
  const areaName = useTranslations('area.name')
  const choicesOf = useOfferChoices()
  const chosen = area.offers.find(({ serviceId }) => serviceId === value)
  return (
    <Section
      card
      heading={areaName(area.area)}
      actions={<StatusTag {...AREA_LOOK[area.state]}>{t(`area-state.${area.state}`)}</StatusTag>}
    >
      <p>{t('whatTravels.items', { count: area.openItems })}</p>
      {area.standing ? (
        <StandingArea area={area} standing={area.standing} onResent={onResent} />
      ) : area.offers.length === 0 ? (
        <NobodyCan area={area} />
      ) : (
        <>
          <RadioGroup
            id={`to-${area.area}`}
            name={`to-${area.area}`}
            legend={t('hand-over.choose')}
            value={value}
            onChange={(event) => onChoose(event.target.value)}
            choices={[{ value: '', text: t('hand-over.not-now') }, ...choicesOf(area.offers)]}
          />
          {chosen && <WhatTravels carries={chosen.carries} />}
        </>
      )}
    </Section>
  )
}
