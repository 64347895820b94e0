import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { mayLeaveMessage } from '@throughcare/domain/person/contact-safety'
import { getTranslations } from 'next-intl/server'
import { paths } from '../paths.ts'
import { getFormat } from '../words/get-format.ts'

type Content = NonNullable<ShownHandoff['content']>

/** One line of a section; `href` where there is something to open. */
export type ContentLine = { key: string; label: string; text: string; href?: string; language?: string | null }

/** One kind of what travels. A section that the handoff does not carry is not there at all. */
export type ContentSection = { key: string; heading: string; lines: ContentLine[]; none: string }

/**
 * What travels beside the items, in the reader's words and in the same order on screen and on paper: the treatment, kits,
 * appointments, how the person is reached and who stands by them, documents, the place, belongings, own words.
 *
 * @param cover up to when doses are covered, in one sentence, where no strip shows it
 */
export async function getContentSections(content: Content, cover: string | null = null): Promise<ContentSection[]> {
  const [t, medication, naloxone, person, contact, supporter, document, housing, words, area, format] =
    await Promise.all([
      getTranslations('handoff.content'),
      getTranslations('medication'),
      getTranslations('naloxone'),
      getTranslations('person.contact-safety'),
      getTranslations('contact'),
      getTranslations('supporter'),
      getTranslations('document'),
      getTranslations('housing'),
      getTranslations('own-words'),
      getTranslations('area.name'),
      getFormat(),
    ])
  const all: (ContentSection | null)[] = [
    treatmentOf(),
    content.kits && {
      key: 'kits',
      heading: naloxone('heading'),
      none: naloxone('none'),
      lines: content.kits.map(({ state, holder, expiresOn }, at) => ({
        key: `kit-${at}`,
        label: naloxone(`holder.${holder}`),
        text: [naloxone(`state.${state}`), expiresOn && naloxone('expires', { day: format.day(expiresOn) })]
          .filter(Boolean)
          .join(', '),
      })),
    },
    {
      key: 'appointments',
      heading: t('appointments'),
      none: t('no-appointments'),
      lines: content.appointments.map(({ area: of, at, place, service, timeZone }) => ({
        key: `${of} ${at}`,
        label: format.instant(at, 'weekday', timeZone),
        text: [area(of), service, place].filter(Boolean).join(', '),
      })),
    },
    contactsOf(),
    {
      key: 'documents',
      heading: t('documents'),
      none: t('no-documents'),
      lines: content.documents.map((one) => ({
        key: one.id,
        label: document(`shows.${one.shows as 'referral'}`),
        text: [document(`type.${one.mediaType as 'image/png'}`), format.instant(one.addedAt, 'short')].join(', '),
        href: paths.document(one.id),
      })),
    },
    content.place && {
      key: 'place',
      heading: t('place'),
      none: '',
      lines: [
        {
          key: 'place',
          label: housing(`kind-name.${content.place.kind as 'hostel'}`),
          text: [housing(`confirmed-state.${content.place.confirmed as 'asked'}`), content.place.address]
            .filter(Boolean)
            .join(', '),
        },
      ],
    },
    content.belongings && {
      key: 'belongings',
      heading: t('belongings'),
      none: t('no-belongings'),
      lines: content.belongings.map(({ inventory, place, phone, keepUntil }, at) => ({
        key: `thing-${at}`,
        label: inventory,
        text: [place ?? t('place-unknown'), phone, keepUntil && t('until', { day: format.day(keepUntil) })]
          .filter(Boolean)
          .join(', '),
      })),
    },
    content.ownWords && {
      key: 'own-words',
      heading: words('heading'),
      none: words('nothing-yet'),
      lines: content.ownWords.map(({ kind, words: said, language }, at) => ({
        key: `saying-${at}`,
        label: words(`kind.${kind as 'goal'}`),
        text: said ?? '',
        language,
      })),
    },
  ]
  return all.filter((section) => section !== null)

  function treatmentOf(): ContentSection | null {
    if (!content.categories.includes('omt')) return null
    const section = { key: 'treatment', heading: medication('treatment.heading'), none: t('no-treatment') }
    if (content.treatment === null) return { ...section, lines: [] }
    const { medicine, form, prescribedText, rhythm, dosing, lastDose } = content.treatment
    const unknown = medication('treatment.not-known')
    return {
      ...section,
      lines: [
        {
          key: 'medicine',
          label: medication('treatment.medicine'),
          text: [medication(`medicine.${medicine as 'methadone'}`), form].filter(Boolean).join(', '),
        },
        { key: 'prescribed', label: medication('treatment.prescribed'), text: prescribedText ?? unknown },
        { key: 'rhythm', label: medication('treatment.rhythm'), text: medication(`rhythm.${rhythm as 'daily'}`) },
        {
          key: 'last',
          label: medication('treatment.last'),
          text: lastDose
            ? [
                medication(`outcome.${lastDose.outcome as 'given'}`),
                lastDose.givenAt ? format.instant(lastDose.givenAt, 'weekday') : format.day(lastDose.day),
                lastDose.service,
              ].join(', ')
            : medication('treatment.never'),
        },
        { key: 'dosing', label: medication('treatment.dosing'), text: dosing ?? unknown },
        ...(cover === null ? [] : [{ key: 'cover', label: t('cover'), text: cover }]),
      ],
    }
  }

  function contactsOf(): ContentSection {
    const { person: who, supporters, attempts } = content
    const reach = who?.reach ?? null
    const how = person(`by.${reach?.channel ?? 'not-asked'}`)
    return {
      key: 'contacts',
      heading: t('contacts'),
      none: '',
      lines: [
        {
          key: 'reach',
          label: person('heading'),
          text: [
            how,
            reach?.hours,
            reach?.wording ?? person('wording-default'),
            t(reach && mayLeaveMessage(reach) ? 'voicemail' : 'no-voicemail'),
          ]
            .filter(Boolean)
            .join(' · '),
        },
        ...(supporters ?? []).map(({ name, role, phone, isCrisisContact }, at) => ({
          key: `supporter-${at}`,
          label: name,
          text: [
            supporter(`role.${role as 'money'}`),
            phone ?? supporter('no-number'),
            isCrisisContact ? supporter('crisis') : null,
          ]
            .filter(Boolean)
            .join(', '),
        })),
        ...(attempts ?? []).map(({ at, channel, outcome, service }, place) => ({
          key: `attempt-${place}`,
          label: format.instant(at, 'weekday'),
          text: [contact(`channel.${channel}`), contact(`outcome.${outcome}`), service].join(', '),
        })),
      ],
    }
  }
}
