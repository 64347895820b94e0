import { SEXES } from '@throughcare/domain/person/sexes'
import { Disclosure } from '@throughcare/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { currentReader } from '../words/current-reader.ts'
import { Words } from '../words/words.tsx'
import { CorrectPersonEditor } from './correct-person-editor.tsx'
import type { CorrectPersonProps } from './correct-person-form.tsx'
import { languageOptions } from './name-options.ts'

/** Putting a person's details right, folded away until it is wanted. */
export async function CorrectPerson(props: Omit<CorrectPersonProps, 'choices'>) {
  const [t, { locale }] = await Promise.all([getTranslations('person'), currentReader()])
  const offered = languageOptions(locale)
  // A language that a release list brought stays in the list, whatever it is.
  const recorded = props.details.languages
    .filter((code) => !offered.some((option) => option.value === code))
    .map((code) => ({ value: code, text: new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code }))
  return (
    <Words nouns={['person', 'calendar']}>
      <Disclosure summary={t('correct.open')}>
        <CorrectPersonEditor
          {...props}
          choices={{
            languages: [...recorded, ...offered],
            sexes: SEXES.map((code) => ({ value: code, text: t(`sex.${code}`) })),
          }}
        />
      </Disclosure>
    </Words>
  )
}
