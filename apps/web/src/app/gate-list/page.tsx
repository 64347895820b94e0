import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../../frame/entrance.tsx'
import { AtTheGate } from '../../gate-list/at-the-gate.tsx'
import { pageTitle } from '../../words/page-title.ts'
import { Words } from '../../words/words.tsx'

export const generateMetadata = pageTitle('gate-list', 'page.title')

/**
 * The shell of the page at the gate: browsers keep it and open it without network, so nothing of anybody, and nothing of who
 * is signed in, stands in it. Today's list comes by its one procedure and is locked away on the device.
 */
export default async function GateListPage() {
  const t = await getTranslations('gate-list')
  return (
    <Words nouns={['gate-list', 'release', 'naloxone', 'outcome', 'custody-episode']}>
      <Entrance>
        <Stack gap="large">
          <PageHeading lead={t('page.lead')}>{t('page.heading')}</PageHeading>
          <AtTheGate />
        </Stack>
      </Entrance>
    </Words>
  )
}
