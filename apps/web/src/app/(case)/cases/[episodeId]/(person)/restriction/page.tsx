import type { RestrictionView } from '@throughcare/api/restriction/get-restriction'
import { Disclosure } from '@throughcare/ui/disclosure'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { paths } from '../../../../../../paths.ts'
import { type AdmitChoice, admitValue } from '../../../../../../restriction/admitted-from.ts'
import { CircleForm } from '../../../../../../restriction/circle-form.tsx'
import { LiftForm } from '../../../../../../restriction/lift-form.tsx'
import { RestrictionForm } from '../../../../../../restriction/restriction-form.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('restriction', 'title')

type Props = {
  readonly params: Promise<{ episodeId: string }>
  readonly searchParams: Promise<{ service?: string | string[] }>
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether the record is restricted, to whom, and what may be done about it. Whoever reads this is in the circle. */
export default async function RestrictionPage({ params, searchParams }: Props) {
  const [{ episodeId }, { service }] = [await params, await searchParams]
  await readCase(episodeId)
  const caller = await api()
  const alsoServiceId = typeof service === 'string' && ID.test(service) ? service : null
  const view = await orNotFound(caller.restriction.byEpisode({ episodeId, alsoServiceId }))
  const t = await getTranslations('restriction')
  const { restriction, may } = view
  return (
    <Words nouns={['restriction', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        {restriction ? (
          <Standing restriction={restriction} />
        ) : (
          <EmptyState heading={t('not-restricted.heading')}>{t('not-restricted.text')}</EmptyState>
        )}
        {may.set && (
          <Section card heading={t('set.heading')} lead={t('set.what-happens')}>
            <RestrictionForm episodeId={episodeId} people={await choices(view)} />
          </Section>
        )}
        {restriction && may.change && (
          <Section card heading={t('change.heading')}>
            <CircleForm
              episodeId={episodeId}
              seenVersion={restriction.version}
              reviewOn={restriction.reviewOn}
              people={await choices(view)}
              members={restriction.circle.map(({ memberId, name, serviceName }) => ({
                value: memberId,
                text: t('candidate', { name, service: serviceName }),
              }))}
            />
            <Others episodeId={episodeId} />
          </Section>
        )}
        {restriction && may.lift && (
          <Section heading={t('lift.heading')} lead={t('lift.what-happens')}>
            <LiftForm episodeId={episodeId} seenVersion={restriction.version} />
          </Section>
        )}
      </Stack>
    </Words>
  )
}

async function Standing({ restriction }: { readonly restriction: NonNullable<RestrictionView['restriction']> }) {
  const [t, format] = await Promise.all([getTranslations('restriction'), getFormat()])
  const { reason, reviewOn, setAt, setBy, setService, circle } = restriction
  return (
    <Section heading={t('standing.heading')}>
      <Stack>
        <SummaryList
          compact
          rows={[
            { key: 'reason', label: t('standing.reason'), value: t(`reason.${reason}`) },
            { key: 'review', label: t('standing.review'), value: format.day(reviewOn) },
            {
              key: 'set',
              label: t('standing.set'),
              value: t('standing.set-by', { at: format.instant(setAt), name: setBy, service: setService }),
            },
          ]}
        />
        <h3>{t('circle.heading')}</h3>
        <p>{t('circle.count', { count: circle.length })}</p>
        <Table
          caption={t('circle.caption')}
          hideCaption
          columns={[
            { key: 'name', header: t('circle.name'), isRowHeader: true },
            { key: 'service', header: t('circle.service') },
            { key: 'since', header: t('circle.since') },
            { key: 'by', header: t('circle.by') },
          ]}
          rows={circle.map(({ memberId, name, serviceName, admittedAt, admittedBy }) => ({
            key: memberId,
            cells: {
              name,
              service: serviceName,
              since: format.instant(admittedAt),
              by: admittedBy ?? t('circle.by-itself'),
            },
          }))}
        />
      </Stack>
    </Section>
  )
}

/** The services to which the case could be handed: their people can be admitted before. */
async function Others({ episodeId }: { readonly episodeId: string }) {
  const caller = await api()
  const [t, services] = await Promise.all([getTranslations('restriction'), caller.service.list()])
  return (
    <Disclosure summary={t('also.heading')}>
      <Stack gap="small">
        <p>{t('also.text')}</p>
        <ul>
          {services
            .filter(({ receives }) => receives.length > 0)
            .map(({ id, name }) => (
              <li key={id}>
                <LinkButton size="small" variant="secondary" href={paths.restriction(episodeId, { service: id })}>
                  {name}
                </LinkButton>
              </li>
            ))}
        </ul>
      </Stack>
    </Disclosure>
  )
}

/** Who can be chosen: everybody who is not in the circle already. */
async function choices({ candidates, restriction }: RestrictionView): Promise<AdmitChoice[]> {
  const t = await getTranslations('restriction')
  const inCircle = new Set(restriction?.circle.map(admitValue))
  return candidates
    .filter((one) => !inCircle.has(admitValue(one)))
    .map((one) => ({ value: admitValue(one), text: t('candidate', { name: one.name, service: one.serviceName }) }))
}
