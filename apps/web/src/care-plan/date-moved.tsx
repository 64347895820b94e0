import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { getItemWords } from '../checklist/get-item-words.ts'
import { getFormat } from '../words/get-format.ts'

type Props = { readonly view: CaseView; readonly move: NonNullable<CaseView['dateMove']> }

/** What moved when the release date last did: the date, and each due time with what it was before. */
export async function DateMoved({ view, move }: Props) {
  const [t, format, words] = await Promise.all([getTranslations('care-plan.moved'), getFormat(), getItemWords(view)])
  const moved = view.items.filter((item) => item.dueMovedAt === move.at && item.dueAt !== item.dueBefore)
  const none = t('no-time')
  return (
    <Notice
      tone={move.releasedAt ? 'info' : 'attention'}
      shape="clock"
      heading={move.releasedAt ? t('heading-released') : t('heading')}
    >
      <p>
        {sentence()} {t('when', { when: words.at(move.at) })}
      </p>
      {moved.length > 0 && (
        <Disclosure summary={t('which', { count: moved.length })}>
          <ul>
            {moved.map((item) => (
              <li key={item.id}>
                {t('row', {
                  item: words.title(item.code),
                  before: item.dueBefore ? words.at(item.dueBefore) : none,
                  after: item.dueAt ? words.at(item.dueAt) : none,
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Notice>
  )

  function sentence(): string {
    const { from, to, releasedAt } = move
    if (releasedAt) return t('released', { when: words.at(releasedAt) })
    if (from === to) return t('surer')
    if (from === null) return t('set', { to: to ? format.day(to, 'long') : none })
    if (to === null) return t('removed', { from: format.day(from, 'long') })
    return t('from-to', { from: format.day(from, 'long'), to: format.day(to, 'long') })
  }
}
