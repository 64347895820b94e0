import type { CountryPackView, PackItemView } from '@throughcare/api/country-pack/list-country-packs'
import { Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dueFromRelease } from '../checklist/due-words.ts'
import { getPackWords } from './get-pack-words.ts'

type Props = { readonly pack: CountryPackView }

/** Every item of a pack: what and why, who and when, and the office, the evidence and where it stands in the law. */
export async function PackTable({ pack }: Props) {
  const [t, checklist, words] = await Promise.all([
    getTranslations('country-pack'),
    getTranslations('checklist'),
    getPackWords(),
  ])
  return (
    <Table
      caption={t('items', { place: words.place(pack) })}
      hideCaption
      size="small"
      columns={[
        { key: 'item', header: t('column.item'), isRowHeader: true },
        { key: 'why', header: t('column.why') },
        { key: 'when', header: t('column.when') },
        { key: 'office', header: t('column.office') },
      ]}
      rows={pack.items.map((item) => ({
        key: item.code,
        cells: {
          item: words.title(item.code),
          why: lines(whyOf(item)),
          when: lines([
            words.owner(item.ownerSide),
            ...words.limits(item),
            t('due', { due: dueFromRelease(checklist, item.dueOffsetMinutes) }),
          ]),
          office: lines([
            t('office-is', { office: words.office(item.code) }),
            t('evidence-is', { evidence: words.evidence(item.code) }),
            t('source-is', { source: item.legalSource.text }),
            words.verified(item),
            item.mark === 'K' && <StatusTag tone="unknown">{t('not-confirmed')}</StatusTag>,
          ]),
        },
      }))}
    />
  )

  function whyOf({ code, blockedBy, takesPlaceOf }: PackItemView): ReactNode[] {
    const instead = words.instead(code)
    return [
      words.why(code),
      blockedBy.length > 0 && t('needs-first', { items: blockedBy.map(words.title).join(', ') }),
      takesPlaceOf !== undefined && t('in-place-of', { item: words.title(takesPlaceOf) }),
      instead !== null && t('instead-label', { instead }),
    ]
  }
}

/** One below the other; what is not there takes no line. */
function lines(parts: readonly ReactNode[]): ReactNode {
  return (
    <Stack gap="small">
      {parts.filter(Boolean).map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </Stack>
  )
}
