import { lookAtLink } from '@throughcare/api/access/use-link'
import type { Role } from '@throughcare/domain/access/access-codes'
import { Card } from '@throughcare/ui/card'
import { PageHeading } from '@throughcare/ui/page-heading'
import { readThemeChoice, THEME_COOKIE } from '@throughcare/ui/theme-choice'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../../../frame/entrance.tsx'
import { LookChoice } from '../../../frame/look-choice.tsx'
import { LinkForm } from '../../../session/link-form.tsx'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('access', 'link.title')

type Props = { searchParams: Promise<{ key?: string | string[] }> }

/** What a one-time link opens: a new password, or a place at a service. The same page for every key that opens nothing. */
export default async function LinkPage({ searchParams }: Props) {
  const { key } = await searchParams
  const [link, t, access, jar] = await Promise.all([
    typeof key === 'string' ? lookAtLink(key) : null,
    getTranslations('access.link'),
    getTranslations('access'),
    cookies(),
  ])
  const lead =
    link?.kind === 'invitation'
      ? t('invitation-lead', {
          name: link.displayName,
          role: access(`role.${link.role as Role}`),
          service: link.serviceName ?? '',
        })
      : t('reset-lead', { name: link?.displayName ?? '' })
  return (
    <Words nouns={['access']}>
      <Entrance actions={<LookChoice theme={readThemeChoice(jar.get(THEME_COOKIE)?.value)} />}>
        {link && typeof key === 'string' ? (
          <>
            <PageHeading lead={lead}>{t(`${link.kind}-heading`)}</PageHeading>
            <Card>
              <LinkForm linkKey={key} isKnown={link.isKnown} />
            </Card>
          </>
        ) : (
          <PageHeading lead={t('gone')}>{t('gone-heading')}</PageHeading>
        )}
      </Entrance>
    </Words>
  )
}
