import type { MedicationView } from '@throughcare/api/medication/medication-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { RuleSetNote } from '../rule-set/rule-set-note.tsx'
import { getAlertWords } from './get-alert-words.ts'

type Props = { readonly medication: MedicationView }

/** The rules that hold where this person is dosed, with who confirmed them, and the alerts that have ended. */
export async function RulesBehind({ medication }: Props) {
  const [t, rules, words] = await Promise.all([
    getTranslations('dose-alert'),
    getTranslations('rule-set'),
    getAlertWords(),
  ])
  const { routing, depot, supply } = medication.rules
  const shown = [medication.depot === null ? routing : depot, supply]
  const earlier = medication.alerts.filter(({ endedAt }) => endedAt !== null)
  return (
    <Section heading={rules('note.heading')}>
      <Stack gap="small">
        {shown.map((each) => (
          <Disclosure
            key={each.kind}
            summary={`${rules('note.name', { kind: rules(`kind.${each.kind}`), version: each.version })} · ${each.approver ?? rules('note.not-confirmed')}`}
          >
            <RuleSetNote rules={each} />
          </Disclosure>
        ))}
        <p>
          <Link href={paths.ruleSets()}>{rules('list.heading')}</Link>
        </p>
        {earlier.length > 0 && (
          <Disclosure summary={t('earlier.summary')}>
            <Prose>
              <ul aria-label={t('earlier.label')}>
                {earlier.map((alert) => (
                  <li key={alert.id}>{words.earlier(alert)}</li>
                ))}
              </ul>
            </Prose>
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}
