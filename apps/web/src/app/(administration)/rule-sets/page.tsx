import type { RuleSetView } from '@throughcare/api/rule-set/rule-set-view'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../paths.ts'
import { ChooseRuleSet } from '../../../rule-set/choose-rule-set.tsx'
import { getRuleSetWords } from '../../../rule-set/get-rule-set-words.ts'
import { RuleSetNote } from '../../../rule-set/rule-set-note.tsx'
import { scopeInAddress } from '../../../rule-set/scope-address.ts'
import { api } from '../../../trpc/server.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('rule-set', 'list.title')

/** Every set of rules by which the screens count: what waits for approval, what is in force, and what is shipped. */
export default async function RuleSetsPage() {
  const caller = await api()
  const [{ waiting, inForce }, services, t, words] = await Promise.all([
    caller.ruleSet.list(),
    caller.service.list(),
    getTranslations('rule-set'),
    getRuleSetWords(),
  ])
  const where = (rules: RuleSetView) =>
    words.where({ reach: rules.reach, country: rules.scope.country, serviceName: rules.serviceName })
  const countries = [...new Set(services.map(({ country }) => country))].toSorted()
  const places = [
    ...countries.map((code) => ({ value: code, text: t('list.countries', { name: words.country(code) }) })),
    ...services
      .filter(({ canDose, receives }) => canDose || receives.length > 0)
      .map(({ id, name }) => ({ value: id, text: name })),
  ]
  return (
    <Words nouns={['rule-set']}>
      <Stack gap="large">
        <PageHeading lead={t('list.lead')}>{t('list.heading')}</PageHeading>
        <Section heading={t('list.waiting')}>
          {waiting.length === 0 ? (
            <Prose>
              <p>{t('list.nothing-waits')}</p>
            </Prose>
          ) : (
            <Table
              caption={t('list.waiting')}
              hideCaption
              columns={[
                { key: 'set', header: t('list.set'), isRowHeader: true },
                { key: 'where', header: t('list.where') },
                { key: 'version', header: t('list.version') },
                { key: 'by', header: t('list.proposed-by') },
              ]}
              rows={waiting.map((each) => ({
                key: each.ruleSetVersionId,
                cells: {
                  set: (
                    <Link href={paths.ruleSetsOf(each.kind, scopeInAddress(each.scope))}>{t(`kind.${each.kind}`)}</Link>
                  ),
                  where: where(each),
                  version: each.version,
                  by: each.proposedByName,
                },
              }))}
            />
          )}
        </Section>
        <Section heading={t('list.choose')} card>
          <ChooseRuleSet places={places} />
        </Section>
        <Section heading={t('list.in-force')}>
          <Stack gap="small">
            {inForce.map((rules) => (
              <Disclosure
                key={`${rules.id} ${rules.scope.country} ${rules.version}`}
                summary={[
                  t(`kind.${rules.kind}`),
                  where(rules),
                  words.approver(rules),
                  rules.reviewPassed && t('list.review-passed'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              >
                <RuleSetNote rules={rules} />
              </Disclosure>
            ))}
          </Stack>
        </Section>
      </Stack>
    </Words>
  )
}
