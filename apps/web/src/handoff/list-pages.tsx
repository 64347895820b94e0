import { Pagination } from '@throughcare/ui/pagination'
import { getTranslations } from 'next-intl/server'

type Props = { readonly page: number; readonly pages: number; readonly hrefOf: (page: number) => string }

/** The way to the other pages of a list; nothing when there is one only. */
export async function ListPages({ page, pages, hrefOf }: Props) {
  if (pages <= 1) return null
  const [t, action] = await Promise.all([getTranslations('handoff.page'), getTranslations('action')])
  return (
    <Pagination
      label={t('list')}
      summary={t('of', { page, pages })}
      previous={page > 1 ? { href: hrefOf(page - 1), text: action('previous-page') } : undefined}
      next={page < pages ? { href: hrefOf(page + 1), text: action('next-page') } : undefined}
    />
  )
}
