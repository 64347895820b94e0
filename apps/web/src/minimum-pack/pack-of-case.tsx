import type { PackPart } from '@throughcare/domain/minimum-pack/pack-parts'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { api, orNotFound } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { Words } from '../words/words.tsx'
import { PackForm } from './pack-form.tsx'
import { PackState } from './pack-state.tsx'

/** The minimum pack of one case, for whoever may be freed on any day: six lines, and a form for what no other record holds. */
export async function PackOfCase({ episodeId }: { readonly episodeId: string }) {
  const caller = await api()
  const one = await orNotFound(caller.minimumPack.byEpisode({ episodeId }))
  if (!one.mayLeaveAnyDay) return null
  const [t, format] = await Promise.all([getTranslations('minimum-pack'), getFormat()])
  const detail: Partial<Record<PackPart, string | null>> = {
    letter: one.letterOn && format.day(one.letterOn),
    prescriber: [one.prescriber, one.prescriberPhone].filter(Boolean).join(', '),
    'dosing-point': one.dosingPoint ?? t('where.dosing-point'),
    kit: one.hasKit ? null : t('where.kit'),
    phone: one.phone,
  }
  return (
    <Section heading={t('heading')} lead={t('lead')} actions={<PackState pack={one.pack} />}>
      <SummaryList
        compact
        rows={one.pack.parts.map(({ part, state }) => ({
          key: part,
          label: t(`part.${part}`),
          value: [t(`state.${state}`), state === 'not-needed' ? null : detail[part]].filter(Boolean).join(': '),
        }))}
      />
      <Words nouns={['minimum-pack', 'calendar']}>
        <PackForm
          episodeId={episodeId}
          seenVersion={one.version}
          stated={{
            letterOn: one.letterOn,
            prescriber: one.prescriber,
            prescriberPhone: one.prescriberPhone,
            phone: one.phone,
          }}
        />
      </Words>
    </Section>
  )
}
