import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { paths } from '../paths.ts'
import { Words } from '../words/words.tsx'

type Props = {
  readonly service: { readonly id: string; readonly name: string }
  /** What of the service is changed here. */
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

/** A page on which something of one service is changed: the way back, whose page it is, and what it is about. */
export async function ServicePage({ service, title, lead, children }: Props) {
  const t = await getTranslations('service')
  return (
    <Words nouns={['service', 'calendar']}>
      <Stack gap="large">
        <Breadcrumbs
          label={t('list.title')}
          items={[
            { text: t('page.back'), href: paths.services() },
            { text: service.name, href: paths.service(service.id) },
            { text: title },
          ]}
        />
        <PageHeading caption={title} lead={lead}>
          {service.name}
        </PageHeading>
        {children}
      </Stack>
    </Words>
  )
}
