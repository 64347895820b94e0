import type { PrintSheet } from '@throughcare/domain/print-pack/print-codes'
import type { PrintPack } from '@throughcare/domain/print-pack/print-pack'
import { buttonLook } from '@throughcare/ui/button-look'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import type { PrintChoice } from './print-address.ts'

type Props = {
  readonly pack: PrintPack
  readonly choice: PrintChoice
  /** Whether this machine can make a PDF. */
  readonly hasPdf: boolean
}

/** A page each, to open and print or to keep as a file. Each opens beside the case, whole, in the language of its reader. */
export async function SheetChoices({ pack, choice, hasPdf }: Props) {
  const t = await getTranslations('print-pack')
  const query = { language: choice.language ?? undefined, wording: choice.wording ?? undefined, size: choice.size }
  const links = (sheet: PrintSheet, name: string, service?: string) => (
    <ButtonRow>
      <a
        {...buttonLook({ variant: 'primary', size: 'medium' })}
        href={paths.printSheet(pack.episodeId, sheet, { ...query, service })}
        target="_blank"
        rel="noreferrer"
      >
        <span className="aksel-label">{t('open', { name })}</span>
      </a>
      {hasPdf && (
        <a
          {...buttonLook({ variant: 'secondary', size: 'medium' })}
          href={paths.printFile({ episode: pack.episodeId, sheet, ...query, service })}
          download
        >
          <span className="aksel-label">{t('pdf', { name })}</span>
        </a>
      )}
    </ButtonRow>
  )
  return (
    <Stack gap="large">
      <Section heading={t('sheet.person')} lead={t('lead-of.person')}>
        {links('person', t('sheet.person'))}
      </Section>
      <Section heading={t('sheet.gate')} lead={t('lead-of.gate')}>
        {links('gate', t('sheet.gate'))}
      </Section>
      <Section heading={t('sheet.receiving')} lead={t('lead-of.receiving')}>
        {pack.receivers.length === 0 && <p>{t('nobody')}</p>}
        {pack.receivers.map(({ serviceId, name }) => (
          <div key={serviceId}>{links('receiving', name, serviceId)}</div>
        ))}
      </Section>
    </Stack>
  )
}
