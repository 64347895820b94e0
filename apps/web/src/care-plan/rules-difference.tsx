import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { NewerRules } from '@throughcare/api/care-plan/plan-standing'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { getItemWords } from '../checklist/get-item-words.ts'

type Props = { readonly view: CaseView; readonly newer: NewerRules }

/** What newer rules would do to the plan: every item that joins, goes, moves or reads otherwise. */
export async function RulesDifference({ view, newer }: Props) {
  const [t, words] = await Promise.all([getTranslations('care-plan.rules'), getItemWords(view)])
  const when = (at: string | null) => (at === null ? t('no-time') : words.at(at))
  const lists = [
    { key: 'added', rows: newer.added.map(words.title) },
    { key: 'retired', rows: newer.retired.map(words.title) },
    { key: 'reopened', rows: newer.reopened.map(words.title) },
    { key: 'finished', rows: newer.finished.map(words.title) },
    {
      key: 'moved',
      rows: newer.moved.map(({ code, from, to }) =>
        t('move', { item: words.title(code), from: when(from), to: when(to) }),
      ),
    },
    {
      key: 'rewritten',
      rows: newer.rewritten.map(({ code, fields }) =>
        t('rewrite', { item: words.title(code), fields: fields.map((field) => t(`field.${field}`)).join(', ') }),
      ),
    },
  ] as const
  return (
    <Stack>
      {lists
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, rows }) => (
          <Section key={key} headingLevel={3} heading={t(key, { count: rows.length })}>
            <ul>
              {rows.map((row) => (
                <li key={row}>{row}</li>
              ))}
            </ul>
          </Section>
        ))}
    </Stack>
  )
}
