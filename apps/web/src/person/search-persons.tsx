'use client'

import { useQuery } from '@tanstack/react-query'
import type { SearchPersonInput } from '@throughcare/domain/person/search-person-input'
import { EmptyState } from '@throughcare/ui/empty-state'
import { Stack } from '@throughcare/ui/layout'
import { LinkButton } from '@throughcare/ui/link-button'
import { Notice } from '@throughcare/ui/notice'
import { SearchField } from '@throughcare/ui/search-field'
import { SkeletonTable } from '@throughcare/ui/skeleton'
import { StatusLine } from '@throughcare/ui/status-line'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { shownError } from '../form/shown-error.ts'
import { useFault } from '../form/use-fault.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { FoundPersons } from './found-persons.tsx'

const AT_MOST = 50

type Props = {
  readonly mayAdd: boolean
  /** Whether whoever is not found may be asked for: somebody stands at the desk (U14). */
  readonly mayAsk: boolean
  /** Whether a case can be opened in an emergency. */
  readonly mayBreakGlass: boolean
}

/**
 * Looks for a person. What is typed goes to the server in the body of a call, and is neither in the address nor in the
 * history of the browser.
 */
export function SearchPersons({ mayAdd, mayAsk, mayBreakGlass }: Props) {
  const t = useTranslations('person')
  const ask = useTranslations('arrival-request.search-hint')
  const emergency = useTranslations('break-glass.search-hint')
  const fault = useFault()
  const trpc = useTRPC()
  const form = useForm<SearchPersonInput>({
    resolver: lazyResolver(() =>
      import('@throughcare/domain/person/search-person-input').then((m) => m.SearchPersonInput),
    ),
    defaultValues: { text: '', limit: AT_MOST },
    reValidateMode: 'onSubmit',
  })
  const [asked, setAsked] = useState<SearchPersonInput | null>(null)
  const answer = useQuery({
    ...trpc.person.search.queryOptions(asked ?? { text: '-', limit: 1 }),
    enabled: asked !== null,
    // Asked anew each time: somebody may have been added since. Nothing of it outlives the page.
    staleTime: 0,
    gcTime: 0,
  })
  const found = answer.data
  const count = found?.persons.length ?? 0

  function search(input: SearchPersonInput) {
    if (asked?.text === input.text) void answer.refetch()
    else setAsked(input)
  }

  return (
    <Stack gap="large">
      <form noValidate onSubmit={form.handleSubmit(search)}>
        <SearchField
          label={t('search.label')}
          description={t('search.description')}
          buttonText={t('search.submit')}
          pending={answer.isFetching}
          pendingText={t('search.searching')}
          error={fault(form.formState.errors.text?.message)}
          maxLength={200}
          {...form.register('text')}
        />
      </form>
      <StatusLine tone={count > 0 ? 'good' : 'info'}>
        {found && !answer.isFetching ? (count > 0 ? t('search.found', { count }) : t('search.none')) : null}
      </StatusLine>
      {answer.error && <DeedRefusal error={shownError(answer.error)} />}
      {answer.isFetching && !found && <SkeletonTable label={t('search.searching')} rows={4} columns={4} />}
      {found && count > 0 && (
        <>
          <FoundPersons persons={found.persons} />
          {found.more && <p>{t('search.more', { count })}</p>}
        </>
      )}
      {found && count === 0 && (
        <EmptyState
          heading={t('search.none')}
          actions={
            mayAdd && (
              <LinkButton href={paths.addPerson()} icon="add">
                {t('search.add')}
              </LinkButton>
            )
          }
        >
          {t(mayAdd ? 'search.none-prison' : 'search.none-service')}
        </EmptyState>
      )}
      {found && mayAsk && (
        <Notice
          tone="info"
          actions={
            <LinkButton size="small" variant="secondary" href={paths.arrivals()}>
              {ask('link')}
            </LinkButton>
          }
        >
          {ask('text')}
        </Notice>
      )}
      {found && count === 0 && mayBreakGlass && (
        <Notice
          tone="info"
          actions={
            <LinkButton size="small" variant="secondary" href={paths.breakGlass()}>
              {emergency('link')}
            </LinkButton>
          }
        >
          {emergency('text')}
        </Notice>
      )}
      {asked === null && <p>{t('search.start')}</p>}
    </Stack>
  )
}
