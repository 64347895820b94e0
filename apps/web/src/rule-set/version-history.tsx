import type { RuleSetVersionView } from '@throughcare/api/rule-set/get-rule-sets-of-kind'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import type { Tone } from '@throughcare/ui/tone'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getRuleSetWords } from './get-rule-set-words.ts'
import { MoveVersion } from './move-version.tsx'
import { RuleSetNote } from './rule-set-note.tsx'
import { scopeInAddress } from './scope-address.ts'

const TONES = {
  proposed: 'attention',
  approved: 'good',
  superseded: 'quiet',
  withdrawn: 'quiet',
} as const satisfies Record<RuleSetVersionView['state'], Tone>

type Props = { readonly of: RuleSetVersionView; readonly mayPropose: boolean }

/** One version: how it stands and got there, what it says, and the presses of whoever may. */
export async function VersionHistory({ of, mayPropose }: Props) {
  const [t, { format }] = await Promise.all([getTranslations('rule-set'), getRuleSetWords()])
  const when = (at: string) => format.instant(at)
  const told = [
    t('page.proposed', { name: of.proposedByName, when: when(of.proposedAt) }),
    of.approvedAt && t('page.approved', { name: of.approvedByName ?? '', when: when(of.approvedAt) }),
    of.supersededAt && t('page.superseded', { when: when(of.supersededAt) }),
    of.withdrawnAt &&
      t('page.withdrawn', {
        name: of.withdrawnByName ?? '',
        when: when(of.withdrawnAt),
        reason: of.withdrawnBecause ?? '',
      }),
  ].filter((line) => line !== null && line !== '')
  return (
    <Section heading={t('page.version', { version: of.version })} headingLevel={3} card>
      <Stack gap="small">
        <div>
          <StatusTag tone={TONES[of.state]}>{t(`state.${of.state}`)}</StatusTag>
        </div>
        <Prose>
          {told.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {of.state === 'proposed' && mayPropose && <p>{t('page.own-proposal')}</p>}
          <p>
            <Link href={paths.ruleSetsOf(of.kind, scopeInAddress(of.scope), { version: of.ruleSetVersionId })}>
              {t('page.compare')}
            </Link>
          </p>
        </Prose>
        <Disclosure summary={t('note.heading')}>
          <RuleSetNote rules={of} />
        </Disclosure>
        <MoveVersion
          ruleSetVersionId={of.ruleSetVersionId}
          version={of.version}
          seenVersion={of.changes}
          may={of.may}
        />
      </Stack>
    </Section>
  )
}
