import { LinkButton } from '@throughcare/ui/link-button'
import { RefusalPanel } from '@throughcare/ui/refusal-panel'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../frame/entrance.tsx'
import { paths } from '../paths.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.title'))('not-allowed') }
}

/** The role does not include this page at all. Says nothing about what is on it. */
export default async function NotAllowedPage() {
  const t = await getTranslations('frame.not-allowed')
  return (
    <Entrance>
      <RefusalPanel
        kind="not-allowed"
        heading={t('heading')}
        actions={<LinkButton href={paths.home()}>{t('home')}</LinkButton>}
      >
        <p>{t('text')}</p>
      </RefusalPanel>
    </Entrance>
  )
}
