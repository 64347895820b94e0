import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { Notice } from '@throughcare/ui/notice'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** A fallback answers for it, by which agreement, and nobody there has seen it: for both ends, until it is acknowledged. */
export async function NotSeenNotice({ handoff }: { readonly handoff: ShownHandoff }) {
  const { heirOf, receiving, waitingSince } = handoff
  if (!handoff.isNotSeen || !heirOf) return null
  const [t, format] = await Promise.all([getTranslations('escalation'), getFormat()])
  return (
    <Notice tone="urgent" heading={t('not-seen.heading', { name: receiving.name })}>
      <p>
        {t('not-seen.text', {
          name: receiving.name,
          silent: heirOf.name,
          day: format.day(heirOf.agreedOn, 'long'),
          contact: heirOf.agreedWith,
          since: format.instant(waitingSince, 'weekday'),
        })}
      </p>
      <p>
        <StatusTag tone="urgent" shape="clock">
          {t('not-seen.tag')}
        </StatusTag>
      </p>
    </Notice>
  )
}
