'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { LikelyPerson } from '@throughcare/api/person/find-likely-persons'
import { Stack } from '@throughcare/ui/layout'
import type { SelectOption } from '@throughcare/ui/select'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { FormRefusals } from '../form/form-refusals.tsx'
import { type DeedError, shownError } from '../form/shown-error.ts'
import { useDeed } from '../form/use-deed.ts'
import { paths } from '../paths.ts'
import { useTRPC } from '../trpc/client.tsx'
import { CustodyStep } from './add-custody-step.tsx'
import { KnownStep } from './add-known-step.tsx'
import { WhoStep } from './add-who-step.tsx'
import { useAddPersonForm } from './use-add-person-form.ts'

/** What can be chosen, in words; made on the server, where the lists of codes are. */
export type AddPersonChoices = Readonly<
  Record<'languages' | 'countries' | 'legalStatuses' | 'certainties' | 'sexes', readonly SelectOption[]>
>

type Step = 'who' | 'known' | 'custody'

const WHO_FIELDS = [
  'prisonNumber',
  'person.familyName',
  'person.givenNames',
  'person.dateOfBirth',
  'telephone',
] as const

/**
 * Adding a person in three steps: who it is, whether they are known already, and their custody. Nothing that was typed is
 * lost on the way back and forth; nothing is written before the last press.
 */
export function AddPersonForm({ choices, country }: { readonly choices: AddPersonChoices; readonly country: string }) {
  const t = useTranslations('person')
  const custody = useTranslations('custody-episode.field')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const form = useAddPersonForm(country)
  const deed = useDeed(trpc.person.add.mutationOptions(), {
    refresh: false,
    onDone: ({ episodeId }) => router.push(paths.case(episodeId)),
  })
  const [step, setStep] = useState<Step>('who')
  const [likely, setLikely] = useState<LikelyPerson[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [isUnchosen, setUnchosen] = useState(false)
  const [looking, setLooking] = useState<'pending' | DeedError | null>(null)

  useEffect(() => {
    if (deed.attempt === 0) return
    const candidates = candidatesOf(deed.error?.details)
    if (candidates) {
      setLikely(candidates)
      setChosen(null)
      setStep('known')
    } else if (deed.error?.fields.some(({ path }) => (WHO_FIELDS as readonly string[]).includes(path))) setStep('who')
  }, [deed.attempt, deed.error])

  async function look() {
    if (!(await form.trigger([...WHO_FIELDS]))) return
    const { prisonNumber, telephone, person } = form.getValues()
    setLooking('pending')
    try {
      const { familyName, givenNames, dateOfBirth } = person
      const { FindLikelyInput } = await import('@throughcare/domain/person/find-likely-input')
      const input = FindLikelyInput.parse({ familyName, givenNames, dateOfBirth, prisonNumber, telephone })
      const found = await queries.fetchQuery({ ...trpc.person.findLikely.queryOptions(input), staleTime: 0, gcTime: 0 })
      setLooking(null)
      setLikely(found)
      setChosen(null)
      form.setValue('duplicate', { kind: 'nobody-shown' })
      setStep(found.length > 0 ? 'known' : 'custody')
    } catch (error) {
      setLooking(error as DeedError)
    }
  }

  function decide() {
    setUnchosen(chosen === null)
    if (chosen === null) return
    form.setValue(
      'duplicate',
      chosen === 'somebody-else'
        ? { kind: 'somebody-else', shownPersonIds: likely.map((one) => one.personId) }
        : { kind: 'same-person', personId: chosen },
    )
    setStep('custody')
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (step === 'who') void look()
    else if (step === 'known') decide()
    else void form.handleSubmit(({ requestId: _made, ...input }) => deed.press(input))(event)
  }

  const labels = {
    prisonNumber: t('field.prisonNumber'),
    'person.familyName': t('field.familyName'),
    'person.givenNames': t('field.givenNames'),
    'person.otherNames': t('field.otherNames'),
    'person.dateOfBirth': t('field.dateOfBirth'),
    telephone: t('field.telephone'),
    'person.languages': t('field.languages'),
    'episode.legalStatus': custody('legalStatus'),
    'episode.admittedOn': custody('admittedOn'),
    'episode.releaseDate': custody('releaseDate'),
    'episode.releaseCertainty': custody('releaseCertainty'),
    'episode.releaseCountry': custody('releaseCountry'),
    'episode.releaseArea': custody('releaseArea'),
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="large">
        <FormRefusals form={form} deed={deed} labels={labels} />
        {looking !== null && looking !== 'pending' && <DeedRefusal error={shownError(looking)} />}
        {step === 'who' && <WhoStep form={form} pending={looking === 'pending'} />}
        {step === 'known' && (
          <KnownStep
            asked={form.getValues()}
            likely={likely}
            chosen={chosen}
            isUnchosen={isUnchosen}
            onChoose={setChosen}
            onBack={() => setStep('who')}
          />
        )}
        {step === 'custody' && (
          <CustodyStep
            form={form}
            existing={likely.find((one) => one.personId === chosen) ?? null}
            choices={choices}
            pending={deed.pending || deed.done}
            onBack={() => setStep(likely.length > 0 ? 'known' : 'who')}
          />
        )}
      </Stack>
    </form>
  )
}

/** Whom a refusal shows as possibly the same person; null when it is another refusal. */
function candidatesOf(details: Record<string, unknown> | undefined): LikelyPerson[] | null {
  return Array.isArray(details?.candidates) && details.candidates.length > 0
    ? (details.candidates as LikelyPerson[])
    : null
}
