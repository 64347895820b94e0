import type { FlowPage as Flow } from '@throughcare/api/continuity/get-flow'
import { mayEver } from '@throughcare/domain/access/who-may'
import type { FlowBreakdown } from '@throughcare/domain/continuity/flow/flow-input'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { EmptyState } from '@throughcare/ui/empty-state'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Prose, Row, Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { readFlowChoice } from '../../../../continuity/flow-address.ts'
import { FlowSection } from '../../../../continuity/flow-section.tsx'
import { getFigureWords } from '../../../../continuity/get-figure-words.ts'
import { getGroupWords } from '../../../../continuity/get-group-words.ts'
import { paths } from '../../../../paths.ts'
import { ReadFromNote } from '../../../../report-copy/read-from-note.tsx'
import { currentSession } from '../../../../session/current-session.ts'
import { api } from '../../../../trpc/server.ts'
import { getFormat } from '../../../../words/get-format.ts'
import { pageTitle } from '../../../../words/page-title.ts'

export const generateMetadata = pageTitle('flow', 'page.title')

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> }

/** Where people are lost between a plan and treatment: everybody, and told apart by one thing at a time. */
export default async function FlowPage({ searchParams }: Props) {
  const caller = await api()
  const [page, session, t, words, format] = await Promise.all([
    caller.continuity.flow(readFlowChoice(await searchParams)),
    currentSession(),
    getTranslations('flow'),
    getFigureWords(),
    getFormat(),
  ])
  const groupWords = await getGroupWords({ prisons: page.places, areas: page.places })
  const breakdownName = (by: FlowBreakdown) => (by === 'service' ? t('service') : groupWords.breakdown(by))
  const groupName = (by: FlowBreakdown, value: string) =>
    by === 'service' ? (page.places.find(({ id }) => id === value)?.name ?? value) : groupWords.group(by, value)
  const { breakdown, narrowed, deaths, refused } = page
  const hat = session?.hat
  const opens = hat !== undefined && hat !== null && mayEver(hat.role, hat.serviceKind, 'continuity.cases', hat.grants)
  return (
    <Stack gap="large">
      <Breadcrumbs
        label={t('page.title')}
        items={[{ text: t('back'), href: paths.continuity() }, { text: t('page.heading') }]}
      />
      <PageHeading
        lead={t('page.lead', {
          service: session?.hat?.serviceName ?? '',
          from: words.month(page.months.first),
          to: words.month(page.months.last),
          released:
            page.releasedAbout === null ? words.count(page.released) : t('about', { count: page.releasedAbout }),
          at: format.instant(page.countedAt),
        })}
      >
        {t('page.heading')}
      </PageHeading>
      <ReadFromNote readFrom={page.readFrom} />
      {page.opensBarriers && <Link href={paths.barrierReport()}>{t('barriers')}</Link>}
      {page.breakdowns.length > 0 && (
        <FilterBar
          label={t('apart')}
          groups={[
            {
              key: 'by',
              label: t('apart'),
              options: [null, ...page.breakdowns].map((by) => ({
                text: by === null ? t('nobody-apart') : breakdownName(by),
                selected: by === breakdown,
                href: paths.continuityFlow({ by: by ?? undefined }),
              })),
            },
          ]}
        />
      )}
      {narrowed?.state === 'too-few' && (
        <Notice tone="info">
          <Row gap="small">
            {t('refused.sentence')}
            <Link href={paths.continuityFlow({ by: breakdown ?? undefined })}>{t('refused.all')}</Link>
          </Row>
        </Notice>
      )}
      <Section heading={t('all.heading')} lead={t('all.lead')} card>
        <FlowSection
          title={t('all.heading')}
          steps={page.all}
          open={opens ? { breakdown: null, group: null } : undefined}
        />
      </Section>
      {breakdown !== null && narrowed?.state === 'shown' && (
        <Section heading={groupName(breakdown, narrowed.group.value)} card>
          <FlowSection
            title={groupName(breakdown, narrowed.group.value)}
            steps={narrowed.group.steps}
            open={opens ? { breakdown, group: narrowed.group.value } : undefined}
          />
        </Section>
      )}
      {breakdown !== null && narrowed?.state !== 'shown' && <Groups by={breakdown} />}
      {page.couplesRefused !== null && (
        <Section heading={t('couples.heading')} lead={t('couples.lead')} card>
          <p>{t('couples.refused', { refused: words.count(page.couplesRefused.all) })}</p>
          {page.couplesRefused.byPrison.length > 0 && (
            <Table
              caption={t('couples.heading')}
              hideCaption
              size="small"
              columns={[
                { key: 'prison', header: t('couples.of'), isRowHeader: true },
                { key: 'refused', header: t('couples.column'), align: 'end' },
              ]}
              rows={page.couplesRefused.byPrison.map(({ prisonId, refused }) => ({
                key: prisonId,
                cells: { prison: groupName('prison', prisonId), refused: words.count(refused) },
              }))}
            />
          )}
        </Section>
      )}
      {deaths !== null && <Deaths deaths={deaths} />}
      {refused !== null && <Refused refused={refused} />}
      <Prose>
        <p>{t('how')}</p>
        <p>{t('small')}</p>
      </Prose>
    </Stack>
  )

  function Groups({ by }: { readonly by: FlowBreakdown }) {
    return (
      <Section heading={t('groups.heading', { breakdown: breakdownName(by) })} lead={t('groups.lead')} card>
        <Stack>
          {page.groups.length > 0 ? (
            <Table
              caption={t('groups.heading', { breakdown: breakdownName(by) })}
              hideCaption
              phone="scroll"
              columns={[
                { key: 'group', header: breakdownName(by), isRowHeader: true },
                { key: 'released', header: t('column.released'), align: 'end' },
                ...page.steps.map((step) => ({ key: step, header: t(`step.${step}`), align: 'end' as const })),
              ]}
              rows={page.groups.map(({ value, released, steps }) => ({
                key: value,
                cells: {
                  group: <Link href={paths.continuityFlow({ by, group: value })}>{groupName(by, value)}</Link>,
                  released: words.count(released),
                  ...Object.fromEntries(
                    steps.map(({ step, met, counted, rate }) => [
                      step,
                      rate.kind === 'rate'
                        ? t('of', { rate: words.percent(rate.share), met: rate.met, all: rate.denominator })
                        : words.rate({ met, counted, rate, notMet: 0, unknown: 0 }),
                    ]),
                  ),
                },
              }))}
            />
          ) : (
            <EmptyState heading={t('groups.none')} headingLevel={3}>
              {t('groups.none-text')}
            </EmptyState>
          )}
          {page.tooFew.length > 0 && page.groups.length > 0 && (
            <p>{t('groups.too-few', { groups: page.tooFew.map((value) => groupName(by, value)).join(', ') })}</p>
          )}
        </Stack>
      </Section>
    )
  }

  function Deaths({ deaths: told }: { readonly deaths: NonNullable<Flow['deaths']> }) {
    return (
      <Section heading={t('deaths.heading')} lead={t('deaths.lead')} card>
        {told.length === 0 ? (
          <p>{t('deaths.none-yet')}</p>
        ) : (
          <ul>
            {told.map(({ from, to, about }) => (
              <li key={from}>
                {about === 'too-few'
                  ? t('deaths.too-few', { from: words.month(from), to: words.month(to) })
                  : t('deaths.about', { from: words.month(from), to: words.month(to), about })}
              </li>
            ))}
          </ul>
        )}
      </Section>
    )
  }

  function Refused({ refused: tried }: { readonly refused: NonNullable<Flow['refused']> }) {
    return (
      <Section heading={t('tried.heading')} lead={t('tried.lead')} card>
        {tried.length === 0 ? (
          <p>{t('tried.none')}</p>
        ) : (
          <Table
            caption={t('tried.heading')}
            hideCaption
            columns={[
              { key: 'at', header: t('tried.at'), isRowHeader: true },
              { key: 'who', header: t('tried.who') },
              { key: 'what', header: t('tried.what') },
              { key: 'often', header: t('tried.often'), align: 'end' },
            ]}
            rows={tried.map(({ at, name, breakdown: by, value, onThatDay }) => ({
              key: `${at} ${value}`,
              cells: {
                at: format.instant(at),
                who: name,
                what: by === 'months' ? `${t('tried.months')}: ${value}` : `${breakdownName(by)}: ${value}`,
                often: String(onThatDay),
              },
            }))}
          />
        )}
      </Section>
    )
  }
}
