import type { RuleSetView } from '@throughcare/api/rule-set/rule-set-view'
import { Prose, Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { getRuleSetWords } from './get-rule-set-words.ts'

type Props = { readonly rules: RuleSetView }

/** What a set of rules says, in words, with where it comes from, how far to trust it, and who confirmed it here. */
export async function RuleSetNote({ rules }: Props) {
  const [t, words] = await Promise.all([getTranslations('rule-set'), getRuleSetWords()])
  const lines = words.lines(rules)
  const { country } = rules.scope
  return (
    <Stack gap="small">
      {rules.approver === null && (
        <div>
          <StatusTag tone="attention">{t('note.not-confirmed')}</StatusTag>
        </div>
      )}
      {rules.ownWords !== null && (
        <Prose>
          <p>
            <strong>{t('note.own-words')}</strong>
          </p>
          {paragraphsOf(rules.ownWords).map(({ key, text }) => (
            <p key={key}>{text}</p>
          ))}
        </Prose>
      )}
      {lines.length > 0 && (
        <Prose>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Prose>
      )}
      <SummaryList
        compact
        rows={[
          {
            key: 'id',
            label: t('list.set'),
            value: t('note.id', { id: rules.id, version: rules.version }),
          },
          {
            key: 'where',
            label: t('note.where'),
            value: words.where({ reach: rules.reach, country, serviceName: rules.serviceName }),
          },
          { key: 'source', label: t('note.source'), value: rules.source },
          ...(rules.edition === null ? [] : [{ key: 'edition', label: t('note.edition'), value: rules.edition }]),
          { key: 'mark', label: t('note.mark'), value: t(`mark.${rules.mark}`) },
          { key: 'approver', label: t('note.approver'), value: words.approver(rules) },
          { key: 'review', label: t('note.review'), value: words.review(rules) },
        ]}
      />
    </Stack>
  )
}

function paragraphsOf(text: string): { key: string; text: string }[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ key: `${index}`, text: line }]))
}
