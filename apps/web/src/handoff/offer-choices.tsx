'use client'

import type { AreaToHandOver } from '@throughcare/api/handoff/find-receivers'
import type { Offer } from '@throughcare/api/handoff/offer-of'
import { StatusTag } from '@throughcare/ui/status-tag'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '../words/use-format.ts'

type Choice = { value: string; text: string; description: ReactNode }

/** The services that can take an area, each with the deadline it would have and whether to ring it now. */
export function useOfferChoices(): (offers: AreaToHandOver['offers']) => Choice[] {
  const t = useTranslations('handoff')
  const format = useFormat()
  const because = useBecause()
  return (offers) =>
    offers.map((offer) => ({
      value: offer.serviceId,
      text: offer.name,
      description: (
        <>
          <p>
            {t('hand-over.answer-by', {
              at: format.instant(offer.dueAt, 'weekday'),
              because: because(offer),
            })}
          </p>
          <p>
            <OfferRing offer={offer} />
          </p>
          {offer.admission && <OfferTerms said={offer.admission} />}
        </>
      ),
    }))
}

/** How soon they see somebody and whom they take, as they said on a day. */
function OfferTerms({ said }: { readonly said: NonNullable<AreaToHandOver['offers'][number]['admission']> }) {
  const t = useTranslations('admission')
  const format = useFormat()
  const waiting = said.waitingDays === null ? t('waiting-unknown') : t('waiting', { days: said.waitingDays })
  return <p>{[waiting, t(`takes.${said.couples}`), t('asked', { day: format.day(said.askedOn) })].join(', ')}</p>
}

/** What set a deadline: the time that its kind leaves there, or what came before it. */
function useBecause(): (offer: Offer) => string {
  const t = useTranslations('handoff')
  return ({ because, allowed }) =>
    because === 'kind' ? t(`because-time.${allowed.unit}`, { count: allowed.count }) : t(`because.${because}`)
}

/** Whether they are there, and whether somebody has to ring: told before the press and again after it. */
export function OfferRing({ offer }: { readonly offer: Offer }) {
  const ringWords = useRingWords()
  return (
    <>
      {offer.ring.ringNow || offer.withoutMembers ? (
        <StatusTag tone="urgent">{ringWords(offer)}</StatusTag>
      ) : (
        <span>{ringWords(offer)}</span>
      )}
    </>
  )
}

/** The sentence about an offer's hours. */
export function useRingWords(): (offer: Offer) => string {
  const t = useTranslations('handoff.ring')
  const format = useFormat()
  return ({ ring, name, withoutMembers }) => {
    if (withoutMembers) return t('without-members', { name })
    const at = ring.at ? format.instant(ring.at, 'weekday') : ''
    if (ring.kind === 'last-open-time')
      return ring.ringNow
        ? t('last-open-time', { name, minutes: ring.minutesLeft ?? 0 })
        : t('last-open-time-calm', { at })
    if (ring.kind === 'open' || ring.kind === 'opens-in-time') return t(ring.kind, { at })
    return t(ring.kind, { name })
  }
}
