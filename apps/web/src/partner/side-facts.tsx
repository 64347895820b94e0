import type { PartnerView } from '@throughcare/api/partner/get-partner'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

/** What this person said, alone. */
export async function SideFacts({ view }: { readonly view: PartnerView }) {
  const [t, format] = await Promise.all([getTranslations('partner'), getFormat()])
  const { side, named, code } = view
  const holds = side.lapsesAfter && side.answer === 'yes' ? format.day(side.lapsesAfter) : null
  const namedAs = () => {
    if (!named?.way) return t('side.not-yet')
    const day = named.on ? format.day(named.on) : ''
    return named.initials
      ? t('named.not-here-initials', { initials: named.initials, day })
      : t(`named.${named.way}`, { day })
  }
  return (
    <SummaryList
      rows={[
        { key: 'answer', label: t('side.answer'), value: t(`answer.${side.answer}`) },
        {
          key: 'asked',
          label: t('side.asked'),
          value: side.askedOn
            ? t('side.asked-by', { day: format.day(side.askedOn), name: side.askedBy ?? '' })
            : t('side.not-yet'),
        },
        ...(holds
          ? [
              {
                key: 'holds',
                label: t('side.holds'),
                value: side.hasLapsed ? t('side.lapsed', { day: holds }) : holds,
              },
            ]
          : []),
        {
          key: 'joint',
          label: t('side.joint'),
          value: t(side.isBlocked ? 'side.joint-stopped' : 'side.joint-open'),
        },
        ...(side.leaving ? [{ key: 'left', label: t('side.left'), value: t(`leaving.short.${side.leaving}`) }] : []),
        { key: 'named', label: t('side.named'), value: namedAs() },
        ...(code
          ? [
              {
                key: 'code',
                label: t('side.code'),
                value: t('side.code-until', { code: code.code, day: format.day(code.until) }),
              },
            ]
          : []),
      ]}
    />
  )
}
