import type { ShiftDigest } from '@throughcare/api/shift/shift-digest'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'

type Entry = ShiftDigest['cases'][number]['entries'][number]

/** One entry of a digest in the reader's words: what, when and by whom. */
export async function getShiftWords(): Promise<(entry: Entry) => string> {
  const [t, timeline, release, medication, checklist, area, handoff, contact, outcome, format] = await Promise.all([
    getTranslations('shift'),
    getTranslations('timeline.entry'),
    getTranslations('release'),
    getTranslations('medication'),
    getTranslations('checklist'),
    getTranslations('area.name'),
    getTranslations('handoff'),
    getTranslations('contact'),
    getTranslations('outcome'),
    getFormat(),
  ])
  const title = ({ kind, code, what, area: of, other, isSender }: Entry): string => {
    switch (kind) {
      case 'released':
        return timeline('released', { kind: release(`kind.${code}`) })
      case 'handoff':
        return t(isSender ? 'handoff-to' : 'handoff-from', {
          area: of ? area(of) : '',
          service: other ?? '',
          status: handoff(`status.${code}`),
        })
      case 'dose':
        return timeline('dose', { kind: medication(`kind.${what}`), outcome: medication(`outcome.${code}`) })
      case 'contact':
        return timeline('contact', { channel: contact(`channel.${what}`), outcome: contact(`outcome.${code}`) })
      case 'outcome':
        return timeline('outcome', { outcome: outcome(`kind.${code}`) })
      case 'item':
        return timeline('item', {
          item: checklist.has(`item.${what}`) ? checklist(`item.${what}`) : (what ?? ''),
          status: checklist(`status.${code}`),
        })
    }
  }
  return (entry) => [format.instant(entry.at, 'weekday'), title(entry), entry.by].filter(Boolean).join(' · ')
}
