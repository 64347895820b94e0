import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { ButtonRow } from '@throughcare/ui/button-row'
import { LinkButton } from '@throughcare/ui/link-button'
import { Section } from '@throughcare/ui/section'
import { TaskList } from '@throughcare/ui/task-list'
import { getTranslations } from 'next-intl/server'
import { getItemWords } from '../checklist/get-item-words.ts'
import { DoseCover } from '../medication/dose-cover.tsx'
import { paths } from '../paths.ts'
import { WhatTravels } from './what-travels.tsx'

type Props = {
  readonly handoff: ShownHandoff
  readonly view: CaseView
  readonly medication: MedicationView | null
}

/** What travels with a handoff: the sentence, what its area has still to be done, and the doses where they are part of it. */
export async function HandoffContent({ handoff, view, medication }: Props) {
  const [t, words] = await Promise.all([getTranslations('handoff'), getItemWords(view)])
  const items = view.items.filter(
    ({ area, status }) => area === handoff.area && (status === 'open' || status === 'in-progress'),
  )
  return (
    <Section heading={t('whatTravels.heading')}>
      <WhatTravels carries={handoff.carries} />
      {medication?.treatment && <DoseCover medication={medication} />}
      {items.length === 0 ? (
        <p>{t('one.no-items')}</p>
      ) : (
        <TaskList
          label={t('one.items')}
          tasks={items.map((item) => ({
            key: item.id,
            title: words.title(item.code),
            status: { tone: item.isOverdue ? ('urgent' as const) : ('info' as const), text: words.status(item) },
            facts: [words.due(item), item.accountableServiceName],
          }))}
        />
      )}
      <ButtonRow>
        <LinkButton variant="secondary" href={paths.case(view.episode.id)}>
          {t('one.open-case')}
        </LinkButton>
        <LinkButton variant="secondary" href={paths.first48(view.episode.id)}>
          {t('inbox.first-48')}
        </LinkButton>
        {view.may.readMedication && (
          <LinkButton variant="secondary" href={paths.doses(view.episode.id)}>
            {t('one.open-doses')}
          </LinkButton>
        )}
      </ButtonRow>
    </Section>
  )
}
