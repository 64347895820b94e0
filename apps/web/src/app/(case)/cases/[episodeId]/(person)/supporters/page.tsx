import type { SupportersView } from '@throughcare/api/supporter/get-supporters'
import { Card } from '@throughcare/ui/card'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { SummaryList } from '@throughcare/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { readCase } from '../../../../../../care-plan/read-case.ts'
import { ContactSafetyForm } from '../../../../../../person/contact-safety-form.tsx'
import { SupporterForm } from '../../../../../../supporter/supporter-form.tsx'
import { api, orNotFound } from '../../../../../../trpc/server.ts'
import { getFormat } from '../../../../../../words/get-format.ts'
import { pageTitle } from '../../../../../../words/page-title.ts'
import { Words } from '../../../../../../words/words.tsx'

export const generateMetadata = pageTitle('supporter', 'title')

type Props = { readonly params: Promise<{ episodeId: string }> }

/** Who stands by the person, and what each may be told; before them how the person may be reached. */
export default async function SupportersPage({ params }: Props) {
  const { episodeId } = await params
  await readCase(episodeId)
  const caller = await api()
  const view = await orNotFound(caller.supporter.byEpisode({ episodeId }))
  const t = await getTranslations('supporter')
  const empty = {
    name: '',
    role: 'everyday',
    consent: 'not-asked',
    consentOn: view.today,
    phone: '',
    isCrisisContact: false,
    mayBeTold: [],
    isWithdrawn: false,
  } as const
  return (
    <Words nouns={['supporter', 'person', 'calendar']}>
      <Stack gap="large">
        <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
        <Reaching view={view} />
        <Section heading={t('list.heading')} lead={t('list.count', { count: view.supporters.length })}>
          <Stack>
            {view.supporters.map((one) => (
              <Supporter key={one.id} view={view} one={one} />
            ))}
            {view.may.record && (
              <Disclosure summary={t('add')} open={view.supporters.length === 0}>
                <SupporterForm
                  episodeId={episodeId}
                  supporterId={null}
                  seenVersion={view.supporters.length}
                  typed={{ ...empty, mayBeTold: [] }}
                />
              </Disclosure>
            )}
          </Stack>
        </Section>
      </Stack>
    </Words>
  )
}

/** The person's own settings: they hold for whatever is said to whoever answers. */
async function Reaching({ view: { episodeId, contactSafety: safety, may } }: { readonly view: SupportersView }) {
  const t = await getTranslations('person.contact-safety')
  const channel = safety?.channel
  return (
    <Section heading={t('heading')} lead={t('lead')}>
      <SummaryList
        compact
        rows={[
          { key: 'channel', label: t('channel'), value: t(`by.${channel ?? 'not-asked'}`) },
          { key: 'hours', label: t('hours'), value: safety?.hours ?? t('by.not-asked') },
          { key: 'wording', label: t('wording'), value: safety?.wording ?? t('wording-default') },
          {
            key: 'voicemail',
            label: t('voicemail'),
            value:
              safety?.voicemail == null
                ? t('voicemail-default')
                : t(safety.voicemail ? 'voicemail-yes' : 'voicemail-no'),
          },
        ]}
      />
      {may.recordSafety && (
        <Disclosure summary={t('record')}>
          <ContactSafetyForm
            episodeId={episodeId}
            reach={safety ?? { channel: null, hours: null, wording: null, voicemail: null, version: null }}
          />
        </Disclosure>
      )}
    </Section>
  )
}

type OneProps = { readonly view: SupportersView; readonly one: SupportersView['supporters'][number] }

/** One supporter. A number is shown only of somebody whom the person wants rung. */
async function Supporter({ view, one }: OneProps) {
  const [t, format] = await Promise.all([getTranslations('supporter'), getFormat()])
  const { telling } = one
  const told = telling?.what.map((code) => t(`told.${code}`)).join(', ')
  return (
    <Card>
      <Stack gap="small">
        <h3>
          <bdi>{one.name}</bdi>
        </h3>
        {one.isCrisisContact && <StatusTag tone="attention">{t('crisis')}</StatusTag>}
        {telling?.endsSoon && (
          <StatusTag tone="attention" shape="clock">
            {t('told-ends-soon')}
          </StatusTag>
        )}
        <SummaryList
          compact
          rows={[
            { key: 'role', label: t('field.role'), value: t(`role.${one.role}`) },
            {
              key: 'consent',
              label: t('field.consent'),
              value: one.consentOn
                ? t('asked-on', { answer: t(`consent.${one.consent}`), day: format.day(one.consentOn) })
                : t('consent.not-asked'),
            },
            {
              key: 'phone',
              label: t('field.phone'),
              value: one.consent === 'yes' ? (one.phone ?? t('no-number')) : t('do-not-ring'),
            },
            {
              key: 'told',
              label: t('field.mayBeTold'),
              value:
                telling && told
                  ? telling.toOn
                    ? t('told-until', { what: told, day: format.day(telling.toOn) })
                    : told
                  : t('told-nothing'),
            },
          ]}
        />
        {view.may.record && (
          <Disclosure summary={t('change', { name: one.name })}>
            <SupporterForm
              episodeId={view.episodeId}
              supporterId={one.id}
              seenVersion={one.version}
              typed={{
                name: one.name,
                role: one.role,
                consent: one.consent,
                consentOn: one.consentOn ?? view.today,
                phone: one.phone ?? '',
                isCrisisContact: one.isCrisisContact,
                mayBeTold: one.mayBeTold,
                isWithdrawn: false,
              }}
            />
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
