import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { ConfirmRetention, ProposePeriod, ProposeRun } from '../../../retention/retention-forms.tsx'
import { api } from '../../../trpc/server.ts'
import { getFormat } from '../../../words/get-format.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('retention', 'title')

/** How long records are kept in each country, what is due, and what became of it: counts, and no person. */
export default async function RetentionPage() {
  const caller = await api()
  const [{ rules, shipped, due, countedAt, runs }, t, format] = await Promise.all([
    caller.retention.board({}),
    getTranslations('retention'),
    getFormat(),
  ])
  const ruled = new Set(rules.filter(({ state }) => state === 'approved').map(({ country }) => country))
  return (
    <Words nouns={['retention', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
        <Section heading={t('rules')}>
          <Table
            caption={t('rules')}
            hideCaption
            columns={[
              { key: 'country', header: t('country'), isRowHeader: true },
              { key: 'years', header: t('propose-rule.years') },
              { key: 'source', header: t('source') },
            ]}
            rows={[
              ...rules.map((rule) => ({
                key: rule.ruleId,
                cells: {
                  country: rule.country,
                  years: t('years-value', { years: rule.years }),
                  source: (
                    <Stack gap="small">
                      <span>
                        {rule.source}. {t('review-by', { day: format.day(rule.reviewBy) })}.
                      </span>
                      {rule.state === 'proposed' ? (
                        <>
                          <span>{t('waits', { proposer: rule.proposedByName })}</span>
                          <ConfirmRetention what="rule" id={rule.ruleId} isOwn={rule.isOwn} />
                        </>
                      ) : (
                        <span>
                          {t('approved-by', { proposer: rule.proposedByName, approver: rule.approvedByName ?? '' })}
                        </span>
                      )}
                    </Stack>
                  ),
                },
              })),
              ...shipped
                .filter(({ country }) => !ruled.has(country))
                .map(({ country, lookAt }) => ({
                  key: country,
                  cells: { country, years: t('empty-slot'), source: t('look-at', { source: lookAt }) },
                })),
            ]}
          />
        </Section>
        <Section heading={t('propose-rule.heading')} card>
          <ProposePeriod />
        </Section>
        <Section heading={t('due')} card>
          <Stack gap="small">
            {due.length === 0 ? (
              <p>{t('due-none')}</p>
            ) : (
              <ul>
                {due.map(({ country, ...counts }) => (
                  <li key={country}>
                    {country}: {t('due-count', counts)}
                  </li>
                ))}
              </ul>
            )}
            <p>{countedAt ? t('counted', { at: format.instant(countedAt) }) : t('never-counted')}</p>
            {!runs.some(({ state }) => state === 'proposed') && <ProposeRun />}
          </Stack>
        </Section>
        <Section heading={t('runs')}>
          {runs.length === 0 ? (
            <p>{t('no-runs')}</p>
          ) : (
            <Table
              caption={t('runs')}
              hideCaption
              columns={[
                { key: 'run', header: t('run'), isRowHeader: true },
                { key: 'by', header: t('due') },
                { key: 'state', header: t('runs'), hideHeader: true },
              ]}
              rows={runs.map((run) => ({
                key: run.runId,
                cells: {
                  run: t('run-persons', { persons: run.persons }),
                  by: t('run-by', { name: run.proposedByName, at: format.instant(run.proposedAt) }),
                  state: (
                    <Stack gap="small">
                      <span>{t(`run-state.${run.state}`)}</span>
                      {run.endedByName && run.endedAt && (
                        <span>{t('run-ended', { name: run.endedByName, at: format.instant(run.endedAt) })}</span>
                      )}
                      {run.erasedRows !== null && <span>{t('run-rows', { rows: run.erasedRows })}</span>}
                      {run.state === 'proposed' && <ConfirmRetention what="run" id={run.runId} isOwn={run.isOwn} />}
                    </Stack>
                  ),
                },
              }))}
            />
          )}
        </Section>
      </Stack>
    </Words>
  )
}
