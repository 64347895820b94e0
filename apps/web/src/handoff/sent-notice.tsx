'use client'

import type { HandoffsSent } from '@throughcare/api/handoff/send-handoffs'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useFormat } from '../words/use-format.ts'
import { useRingWords } from './offer-choices.tsx'
import { ServicePhones } from './service-phones.tsx'

/** What just went out, and whom to ring now: told at the press, not hours later. */
export function SentNotice({ sent }: { readonly sent: HandoffsSent['handoffs'] }) {
  const t = useTranslations('handoff')
  const areaName = useTranslations('area.name')
  const format = useFormat()
  const ringWords = useRingWords()
  const notice = useRef<HTMLDivElement>(null)
  // The press is at the end of the page, and whom to ring now must not wait until somebody scrolls up.
  useEffect(() => {
    if (sent.length > 0) notice.current?.focus()
  }, [sent.length])
  const escalation = useTranslations('escalation.press')
  const passedOn = sent.filter(({ escalated }) => escalated?.to === 'fallback')
  const waiting = sent.filter((each) => !passedOn.includes(each))
  const toRing = waiting.filter((each) => each.ring.ringNow || each.withoutMembers)
  return (
    <div role="status" ref={notice} tabIndex={-1}>
      {sent.length > 0 && (
        <Stack>
          {toRing.length > 0 && (
            <Notice tone="urgent" heading={t('hand-over.sent.ring')}>
              {toRing.map((handoff) => (
                <div key={handoff.handoffId}>
                  <p>
                    <strong>{areaName(handoff.area)}</strong>: {ringWords(handoff)}
                  </p>
                  {handoff.escalated && handoff.escalated.to !== 'fallback' && (
                    <p>{escalation(handoff.escalated.to, { name: handoff.name })}</p>
                  )}
                  <ServicePhones service={handoff} />
                </div>
              ))}
            </Notice>
          )}
          {passedOn.length > 0 && (
            <Notice tone="urgent" heading={escalation('heading')}>
              {passedOn.map(({ handoffId, area, name, escalated }) => (
                <p key={handoffId}>
                  <strong>{areaName(area)}</strong>:{' '}
                  {escalation('fallback', { name, fallback: escalated?.fallback?.name ?? '' })}
                </p>
              ))}
            </Notice>
          )}
          {waiting.length > 0 && (
            <Notice tone="good" heading={t('hand-over.sent.heading', { count: waiting.length })}>
              {waiting.map((handoff) => (
                <p key={handoff.handoffId}>
                  {t('hand-over.sent.line', {
                    area: areaName(handoff.area),
                    name: handoff.name,
                    at: format.instant(handoff.dueAt, 'weekday'),
                  })}
                </p>
              ))}
            </Notice>
          )}
        </Stack>
      )}
    </div>
  )
}
