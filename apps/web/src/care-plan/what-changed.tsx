import type { CaseView } from '@throughcare/api/care-plan/case-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { getItemWords } from '../checklist/get-item-words.ts'

/** What was set on the plan since it was made, by people and by facts. */
export async function WhatChanged({ view }: { readonly view: CaseView }) {
  const [t, list, words] = await Promise.all([
    getTranslations('care-plan.history'),
    getTranslations('checklist'),
    getItemWords(view),
  ])
  return (
    <Disclosure summary={t('heading')}>
      {view.changes.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <TimelineList
          label={t('label')}
          entries={view.changes.map((change, index) => {
            const item = words.title(change.code)
            const when = words.at(change.at)
            return {
              key: `${change.at} ${change.code} ${index}`,
              dateTime: change.at,
              when,
              title:
                change.from === null ? t('joined', { item }) : t('set', { item, status: list(`status.${change.to}`) }),
              by: change.byRules ? list('by.rules', { when }) : (change.by ?? undefined),
              children: words.reason({ status: change.to, reason: change.reason }),
            }
          })}
        />
      )}
    </Disclosure>
  )
}
