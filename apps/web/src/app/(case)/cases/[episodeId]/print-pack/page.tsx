import { PRINT_WORDINGS } from '@throughcare/domain/print-pack/print-codes'
import { LOCALE_NAMES, LOCALES, personLanguage } from '@throughcare/i18n/locales'
import { FilterBar } from '@throughcare/ui/filter-bar'
import { Prose, Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { PageHeading } from '@throughcare/ui/page-heading'
import { Section } from '@throughcare/ui/section'
import { getTranslations } from 'next-intl/server'
import { PlanReadyLine } from '../../../../../care-plan/plan-ready.tsx'
import { paths } from '../../../../../paths.ts'
import { ContactSafetyForm } from '../../../../../person/contact-safety-form.tsx'
import { findChromium } from '../../../../../print-pack/find-chromium.ts'
import { PRINT_SIZES, type PrintChoice, readPrintChoice } from '../../../../../print-pack/print-address.ts'
import { readPrintPack } from '../../../../../print-pack/read-print-pack.ts'
import { SheetChoices } from '../../../../../print-pack/sheet-choices.tsx'
import { currentReader } from '../../../../../words/current-reader.ts'
import { pageTitle } from '../../../../../words/page-title.ts'
import { Words } from '../../../../../words/words.tsx'

export const generateMetadata = pageTitle('print-pack', 'title')

type Props = {
  readonly params: Promise<{ episodeId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What to print, in which language and letters: for the person, the gate and each receiving service. */
export default async function PrintPackPage({ params, searchParams }: Props) {
  const { episodeId } = await params
  const pack = await readPrintPack(episodeId)
  const choice = readPrintChoice(await searchParams)
  const [t, inPerson, { locale }] = await Promise.all([
    getTranslations('print-pack'),
    getTranslations('person'),
    currentReader(),
  ])
  const theirs = personLanguage(pack.person.languages)
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const address = (more: Partial<PrintChoice>) => {
    const { language, wording, size } = { ...choice, ...more }
    return paths.printPack(episodeId, {
      language: language ?? undefined,
      wording: wording ?? undefined,
      size: size === 'normal' ? undefined : size,
    })
  }
  return (
    <Stack gap="large">
      <Stack gap="small">
        <PageHeading>{t('title')}</PageHeading>
        <Prose>
          <p>{t('lead')}</p>
        </Prose>
        <PlanReadyLine episodeId={episodeId} />
      </Stack>
      {pack.gaps.length > 0 && (
        <Notice tone="urgent" heading={t('gap.heading')}>
          <ul>
            {pack.gaps.map((gap) => (
              <li key={gap}>{t(`gap.${gap}`)}</li>
            ))}
          </ul>
          <p>{t('gap.marked')}</p>
        </Notice>
      )}
      {theirs.withoutTexts !== null && (
        <Notice
          tone="attention"
          heading={t('no-texts', { language: languages.of(theirs.withoutTexts) ?? theirs.withoutTexts })}
        >
          {t('interpreter')}
        </Notice>
      )}
      <FilterBar
        label={t('choose')}
        groups={[
          {
            key: 'language',
            label: t('language'),
            options: LOCALES.map((code) => ({
              href: address({ language: code }),
              text: LOCALE_NAMES[code],
              selected: code === (choice.language ?? theirs.locale),
            })),
          },
          {
            key: 'wording',
            label: t('wording.label'),
            options: PRINT_WORDINGS.map((wording) => ({
              href: address({ wording }),
              text: t(`wording.${wording}`),
              selected: wording === (choice.wording ?? 'discreet'),
            })),
          },
          {
            key: 'size',
            label: t('size.label'),
            options: PRINT_SIZES.map((size) => ({
              href: address({ size }),
              text: t(`size.${size}`),
              selected: size === choice.size,
            })),
          },
        ]}
      />
      {findChromium() === null && (
        <Notice tone="attention" heading={t('no-pdf')}>
          {t('no-pdf-lead')}
        </Notice>
      )}
      <SheetChoices
        pack={pack}
        choice={{ ...choice, language: choice.language ?? theirs.locale, wording: choice.wording ?? 'discreet' }}
        hasPdf={findChromium() !== null}
      />
      <Section heading={inPerson('contact-safety.heading')} lead={inPerson('contact-safety.lead')}>
        <Words nouns={['person']}>
          <ContactSafetyForm episodeId={episodeId} reach={pack.reach} />
        </Words>
      </Section>
    </Stack>
  )
}
