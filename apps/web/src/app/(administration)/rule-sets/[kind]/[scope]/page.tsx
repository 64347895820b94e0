import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose, Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { idOrNotFound } from '../../../../../handoff/id-or-not-found.ts'
import { paths } from '../../../../../paths.ts'
import { BesideTable } from '../../../../../rule-set/beside-table.tsx'
import { getRuleSetWords } from '../../../../../rule-set/get-rule-set-words.ts'
import { typedRules } from '../../../../../rule-set/proposal-typed.ts'
import { ProposeForm } from '../../../../../rule-set/propose-form.tsx'
import { RuleSetNote } from '../../../../../rule-set/rule-set-note.tsx'
import { kindOrNotFound, scopeOrNotFound } from '../../../../../rule-set/scope-address.ts'
import { VersionHistory } from '../../../../../rule-set/version-history.tsx'
import { api, orNotFound } from '../../../../../trpc/server.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('rule-set', 'page.title')

type Props = {
  readonly params: Promise<{ kind: string; scope: string }>
  readonly searchParams: Promise<{ version?: string }>
}

/** The rules of one kind for one country or service: what holds, every version, two of them side by side, and the form. */
export default async function RuleSetPage({ params, searchParams }: Props) {
  const [at, { version }] = [await params, await searchParams]
  const kind = kindOrNotFound(at.kind)
  const scope = scopeOrNotFound(at.scope)
  const caller = await api()
  const of = await orNotFound(
    caller.ruleSet.byKind({ kind, scope, leftId: null, rightId: version ? idOrNotFound(version) : null }),
  )
  const [t, words] = await Promise.all([getTranslations('rule-set'), getRuleSetWords()])
  const name = of.serviceName ?? words.country(scope.country ?? '')
  return (
    <Words nouns={['rule-set', 'deadline-rule', 'medication', 'calendar']}>
      <Stack gap="large">
        <Breadcrumbs
          label={t('list.title')}
          items={[{ text: t('page.back'), href: paths.ruleSets() }, { text: t(`kind.${kind}`) }]}
        />
        <PageHeading caption={name} lead={t(`kind-lead.${kind}`)}>
          {t(`kind.${kind}`)}
        </PageHeading>
        <Section heading={t('page.holding')} card>
          <RuleSetNote rules={of.holding} />
        </Section>
        {of.beside && (
          <Section heading={t('beside.heading')} lead={t('beside.lead')}>
            <BesideTable beside={of.beside} />
          </Section>
        )}
        <Section heading={t('page.versions')}>
          {of.versions.length === 0 ? (
            <Prose>
              <p>{t('page.no-versions')}</p>
            </Prose>
          ) : (
            <Stack>
              {of.versions.map((each) => (
                <VersionHistory key={each.ruleSetVersionId} of={each} mayPropose={of.may.propose} />
              ))}
            </Stack>
          )}
        </Section>
        {of.may.propose && (
          <Disclosure summary={t('page.propose')}>
            <ProposeForm kind={kind} scope={scope} seenVersion={of.latestVersion} days={typedRules(of.holding)} />
          </Disclosure>
        )}
      </Stack>
    </Words>
  )
}
