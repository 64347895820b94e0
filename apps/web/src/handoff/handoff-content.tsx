import type { CaseView } from '@throughcare/api/care-plan/case-view'
import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import type { MedicationView } from '@throughcare/api/medication/medication-view'
import type { Category } from '@throughcare/domain/access/access-codes'
import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { Link } from '@throughcare/ui/link'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { Section } from '@throughcare/ui/section'
import { SummaryList } from '@throughcare/ui/summary-list'
import { TaskList } from '@throughcare/ui/task-list'
import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { getItemWords } from '../checklist/get-item-words.ts'
import { DoseCover } from '../medication/dose-cover.tsx'
import { paths } from '../paths.ts'
import { carriesSentence } from './carries-sentence.ts'
import { type ContentSection, getContentSections } from './get-content-sections.ts'

type Props = {
  readonly handoff: ShownHandoff
  readonly view: CaseView
  readonly medication: MedicationView | null
}

/** What travels with a handoff: the sentence, what must not be done with it, and all of it by category. */
export async function HandoffContent({ handoff, view, medication }: Props) {
  const [t, words] = await Promise.all([getTranslations('handoff'), getItemWords(view)])
  const { content } = handoff
  if (!content) return null
  const sections = await getContentSections(content)
  const carried = new Set(content.items.map(({ id }) => id))
  const items = view.items.filter(({ id }) => carried.has(id))
  return (
    <Section heading={t('whatTravels.heading')}>
      <Stack gap="large">
        <Stack gap="small">
          <Carries carries={handoff.carries} />
          <Notice tone="attention" shape="lock">
            {t('whatTravels.doNotPassOn')}
          </Notice>
        </Stack>
        <Section heading={t('one.items')}>
          {items.length === 0 ? (
            <p>{t('one.no-items')}</p>
          ) : (
            <TaskList
              label={t('one.items')}
              tasks={items.map((item) => ({
                key: item.id,
                title: words.title(item.code),
                status: { tone: item.isOverdue ? ('urgent' as const) : ('info' as const), text: words.status(item) },
                facts: [words.due(item), item.accountableServiceName],
              }))}
            />
          )}
        </Section>
        {sections.map((section) => (
          <Section key={section.key} heading={section.heading}>
            {section.key === 'treatment' && medication?.treatment && <DoseCover medication={medication} />}
            <Lines section={section} />
          </Section>
        ))}
        <ButtonRow>
          <LinkButton variant="secondary" href={paths.handoffSheet(handoff.id)}>
            {t('one.print')}
          </LinkButton>
          <LinkButton variant="secondary" href={paths.case(view.episode.id)}>
            {t('one.open-case')}
          </LinkButton>
          <LinkButton variant="secondary" href={paths.first48(view.episode.id)}>
            {t('inbox.first-48')}
          </LinkButton>
          {view.may.readMedication && (
            <LinkButton variant="secondary" href={paths.doses(view.episode.id)}>
              {t('one.open-doses')}
            </LinkButton>
          )}
        </ButtonRow>
      </Stack>
    </Section>
  )
}

function Carries({ carries }: { readonly carries: readonly Category[] }) {
  const t = useTranslations('handoff')
  return <p>{carriesSentence(t, useLocale(), carries)}</p>
}

function Lines({ section }: { readonly section: ContentSection }) {
  if (section.lines.length === 0) return <p>{section.none}</p>
  return (
    <SummaryList
      rows={section.lines.map(({ key, label, text, href, language }) => ({
        key,
        label,
        value: href ? (
          <Link href={href}>{text}</Link>
        ) : language ? (
          <span lang={language} dir="auto">
            {text}
          </span>
        ) : (
          text
        ),
      }))}
    />
  )
}
