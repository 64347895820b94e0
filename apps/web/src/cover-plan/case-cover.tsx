import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { readMedication } from '../care-plan/read-case.ts'
import { DoseCover } from '../medication/dose-cover.tsx'
import { paths } from '../paths.ts'
import { readCover } from './read-cover.ts'
import { ReadinessNotice } from './readiness-notice.tsx'

/** Strip, sentence and readiness of a case, for its other pages; nothing where treatment is not open to the reader. */
export async function CaseCover({ episodeId }: { readonly episodeId: string }) {
  const [medication, cover, t] = await Promise.all([
    readMedication(episodeId),
    readCover(episodeId),
    getTranslations('care-plan.doses'),
  ])
  if (!medication) return null
  return (
    <Stack gap="small">
      {medication.treatment && <DoseCover medication={medication} />}
      {medication.treatment && cover && <ReadinessNotice cover={cover} href={paths.doses(episodeId)} />}
      {!medication.treatment && (
        <LinkButton href={paths.doses(episodeId)} variant="secondary" size="small">
          {t('open')}
        </LinkButton>
      )}
    </Stack>
  )
}
