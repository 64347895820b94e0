import { ButtonRow } from '@throughcare/ui/button-row'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { PageHeading } from '@throughcare/ui/page-heading'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { paths } from '../../../paths.ts'
import { SearchPersons } from '../../../person/search-persons.tsx'
import { mayHere } from '../../../session/may-here.ts'
import { pageTitle } from '../../../words/page-title.ts'
import { Words } from '../../../words/words.tsx'

export const generateMetadata = pageTitle('person', 'search.title')

/** Finding a person among those whom one's service has to do with. */
export default async function PersonsPage() {
  const [t, merge, maySearch, mayAdd, mayAsk, mayBreakGlass] = await Promise.all([
    getTranslations('person'),
    getTranslations('merge'),
    mayHere('person.search'),
    mayHere('person.add'),
    mayHere('arrival-request.ask'),
    mayHere('break-glass.open'),
  ])
  if (!maySearch) forbidden()
  return (
    <Words nouns={['person', 'release', 'arrival-request', 'break-glass', 'merge']}>
      <Stack gap="large">
        <PageHeading
          lead={t('search.lead')}
          actions={
            mayAdd && (
              <ButtonRow>
                <LinkButton href={paths.addPerson()} icon="add" variant="secondary">
                  {t('search.add')}
                </LinkButton>
                <LinkButton href={paths.backInside()} variant="secondary">
                  {t('search.back-inside')}
                </LinkButton>
                <LinkButton href={paths.merges()} variant="secondary">
                  {merge('link')}
                </LinkButton>
              </ButtonRow>
            )
          }
        >
          {t('search.heading')}
        </PageHeading>
        <SearchPersons mayAdd={mayAdd} mayAsk={mayAsk} mayBreakGlass={mayBreakGlass} />
      </Stack>
    </Words>
  )
}
