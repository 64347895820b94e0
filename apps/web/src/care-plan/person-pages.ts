import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { mayHere } from '../session/may-here.ts'

/** The pages of a case that are the person's side of it, as far as they are open to the reader. */
export async function personPages(view: CaseView): Promise<{ href: string; text: string }[]> {
  const t = await getTranslations('care-plan.person-nav')
  const { id } = view.episode
  const pages = [
    { href: paths.ownWords(id), text: t('own-words'), category: 'own-words', action: 'own-words.by-episode' },
    {
      href: paths.overdosePlan(id),
      text: t('overdose-plan'),
      category: 'naloxone',
      action: 'overdose-plan.by-episode',
    },
    { href: paths.howWasIt(id), text: t('how-was-it'), category: 'release', action: 'how-was-it.by-episode' },
    { href: paths.whatHelps(id), text: t('what-helps'), category: 'health', action: 'what-helps.by-episode' },
    {
      href: paths.sharingNote(id),
      text: t('sharing-note'),
      category: 'sharing-note',
      action: 'sharing-note.by-episode',
    },
    { href: paths.partner(id), text: t('partner'), category: 'partner', action: 'partner.by-episode' },
    { href: paths.sharing(id), text: t('sharing'), category: 'release', action: 'consent.by-episode' },
    {
      href: paths.restriction(id),
      text: t('restriction'),
      category: 'identity',
      action: 'restriction.by-episode',
    },
    { href: paths.supporters(id), text: t('supporters'), category: 'support', action: 'supporter.by-episode' },
  ] as const
  const shown = await Promise.all(
    pages.map(async (page) => view.part.categories.includes(page.category) && (await mayHere(page.action))),
  )
  return pages.filter((_, place) => shown[place]).map(({ href, text }) => ({ href, text }))
}
