import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'

/** Nobody answered, and a fallback has it instead: who, for both ends, and where, for the sender. */
export async function PassedOnNotice({ heir }: { readonly heir: NonNullable<ShownHandoff['passedOnTo']> }) {
  const t = await getTranslations('escalation')
  return (
    <Notice
      tone="info"
      heading={t('step.to-fallback', { name: heir.name })}
      actions={
        heir.handoffId && (
          <LinkButton size="small" variant="secondary" href={paths.handoff(heir.handoffId)}>
            {t('open-heir', { name: heir.name })}
          </LinkButton>
        )
      }
    />
  )
}
