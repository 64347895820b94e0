import type { SharingView } from '@throughcare/api/consent/get-sharing'
import { CONSENT_CATEGORIES } from '@throughcare/domain/consent/consent-codes'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { getLocale, getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { ConsentCard } from '../../../../../../consent/consent-card.tsx'
import { ConsentForm } from '../../../../../../consent/consent-form.tsx'
import { EndOverride } from '../../../../../../consent/end-override.tsx'
import { OverrideForm } from '../../../../../../consent/override-form.tsx'
import { TravelsTodayTable } from '../../../../../../consent/travels-today.tsx'
import { WithdrawConsent } from '../../../../../../consent/withdraw-consent.tsx'
import { ObjectionCard } from '../../../../../../objection/objection-card.tsx'
import { ObjectionForm } from '../../../../../../objection/objection-form.tsx'
import { paths } from '../../../../../../paths.ts'
import { languageOptions } from '../../../../../../person/name-options.ts'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('consent', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }
type ViewProps = { readonly view: SharingView }

/** What the person agreed to, refused, took back and objects to, and what would travel to whom today. */
export default async function SharingPage({ params }: Props) {
  const { episodeId } = await params
  const { part } = await readCase(episodeId)
  const caller = await api()
  const view = await orNotFound(caller.consent.byEpisode({ episodeId }))
  const [t, locale] = await Promise.all([getTranslations('consent'), getLocale()])
  // Whoever may not know of a kind of information is offered no agreement about it.
  const open: readonly string[] = part.categories
  const categories = CONSENT_CATEGORIES.filter((one) => one === 'supporters' || open.includes(one))
  return (
    <Words nouns={['consent', 'objection', 'calendar', 'handoff']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Section heading={t('travels.heading')}>
          <Stack>
            {view.travels.length === 0 && <p>{t('travels.none')}</p>}
            {view.travels.map((one) => (
              <TravelsTodayTable key={one.handoff.handoffId} one={one} />
            ))}
            <Link href={paths.mySharing(episodeId)}>{t('copy.link')}</Link>
            <Link href={paths.lawfulBases()}>{t('bases.link')}</Link>
          </Stack>
        </Section>
        <Section heading={t('consents.heading')}>
          <Stack>
            {view.consents.length === 0 && <p>{t('consents.none')}</p>}
            {view.consents.map((one) => (
              <ConsentCard key={one.consentId} view={view} one={one} />
            ))}
            {view.may.record && (
              <Disclosure summary={t('ask.open')}>
                <Stack>
                  <p>{t('ask.lead')}</p>
                  <ConsentForm
                    episodeId={episodeId}
                    today={view.today}
                    categories={categories}
                    services={view.services}
                    supporters={view.supporters}
                    languages={languageOptions(locale)}
                  />
                </Stack>
              </Disclosure>
            )}
            {view.may.withdraw && <WithdrawConsent episodeId={episodeId} consentId={null} />}
          </Stack>
        </Section>
        <Objections view={view} />
        <Overrides view={view}>
          {view.may.override && (
            <Disclosure summary={t('override.open')}>
              <OverrideForm episodeId={episodeId} categories={categories} services={view.services} />
            </Disclosure>
          )}
        </Overrides>
      </Stack>
    </Words>
  )
}

async function Objections({ view }: ViewProps) {
  const t = await getTranslations('objection')
  return (
    <Section heading={t('section')} lead={t('lead')}>
      <Stack>
        {view.objections.length === 0 && <p>{t('none')}</p>}
        {view.objections.map((one) => (
          <ObjectionCard key={one.objectionId} view={view} one={one} />
        ))}
        {view.may.object && (
          <Disclosure summary={t('record')}>
            <ObjectionForm episodeId={view.episodeId} services={view.services} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

async function Overrides({ view, children }: ViewProps & { readonly children: React.ReactNode }) {
  const [t, format] = await Promise.all([getTranslations('consent'), getFormat()])
  const at = (instant: string) => format.instant(instant, 'short', view.timeZone)
  return (
    <Section heading={t('override.heading')} lead={t('override.lead')}>
      <Stack>
        {view.overrides.length === 0 && <p>{t('override.none')}</p>}
        {view.overrides.map((one) => (
          <Card key={one.overrideId}>
            <Stack gap="small">
              <h3>
                {t('override.one', {
                  what: one.categories.map((category) => t(`category.${category}`)).join(', '),
                  services: one.services.map(({ name }) => name).join(', '),
                })}
              </h3>
              <StatusTag tone={one.isOver ? 'info' : 'urgent'}>
                {one.endedAt
                  ? t('override.ended', { at: at(one.endedAt), name: one.endedBy ?? '' })
                  : t(one.isOver ? 'override.over' : 'override.until', { at: at(one.until) })}
              </StatusTag>
              <p>
                {t(`legalBasis.${one.legalBasis}`)}: <span dir="auto">{one.reason}</span>
              </p>
              <small>
                {t('one.recorded-by', { name: one.recordedBy ?? '', service: one.at, at: at(one.recordedAt) })}
              </small>
              {view.may.override && !one.isOver && (
                <EndOverride episodeId={view.episodeId} overrideId={one.overrideId} seenVersion={one.version} />
              )}
            </Stack>
          </Card>
        ))}
        {children}
      </Stack>
    </Section>
  )
}
