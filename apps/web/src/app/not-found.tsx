import { LinkButton } from '@throughcare/ui/link-button'
import { RefusalPanel } from '@throughcare/ui/refusal-panel'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../frame/entrance.tsx'
import { paths } from '../paths.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.title'))('not-found') }
}

/** The same for what does not exist and for what is not the reader's. */
export default async function NotFoundPage() {
  const t = await getTranslations('frame.not-found')
  return (
    <Entrance>
      <RefusalPanel
        kind="not-found"
        heading={t('heading')}
        actions={<LinkButton href={paths.home()}>{t('home')}</LinkButton>}
      >
        <p>{t('text')}</p>
      </RefusalPanel>
    </Entrance>
  )
}
