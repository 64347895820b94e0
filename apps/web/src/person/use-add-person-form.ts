'use client'

import type { AddPersonInput } from '@throughcare/domain/person/add-person-input'
import { useState } from 'react'
import { type Resolver, type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { lazyResolver } from '../form/lazy-resolver.ts'
import { newRequestId } from '../form/request-id.ts'

type Typed = z.input<typeof AddPersonInput>

/** The day of admission is not known before it is typed; everything else of the input has an empty form. */
export type AddPersonValues = Omit<Typed, 'episode'> & {
  episode: Omit<Typed['episode'], 'admittedOn' | 'legalStatus' | 'releaseCertainty'> & {
    admittedOn: string | null
    legalStatus: Typed['episode']['legalStatus'] | null
    releaseCertainty: Typed['episode']['releaseCertainty'] | null
  }
}
export type PersonForm = UseFormReturn<AddPersonValues, unknown, AddPersonInput>

/** What is typed about a person who is added. Parsed by the same schema as on the server. */
export function useAddPersonForm(country: string): PersonForm {
  // The schema asks for one; the press itself carries the id that useDeed made.
  const [requestId] = useState(newRequestId)
  return useForm<AddPersonValues, unknown, AddPersonInput>({
    resolver,
    reValidateMode: 'onSubmit',
    // The summary takes the focus.
    shouldFocusError: false,
    defaultValues: {
      requestId,
      prisonNumber: '',
      telephone: null,
      person: {
        familyName: '',
        givenNames: '',
        otherNames: [],
        dateOfBirth: null,
        sex: 'unknown',
        languages: [],
        interpreterNeeded: null,
      },
      episode: {
        legalStatus: null,
        admittedOn: null,
        releaseDate: null,
        releaseCertainty: null,
        releaseCountry: country,
        releaseArea: null,
      },
      duplicate: { kind: 'nobody-shown' },
    },
  })
}

const parse = lazyResolver(() =>
  import('@throughcare/domain/person/add-person-input').then((m) => m.AddPersonInput),
) as unknown as Resolver<AddPersonValues, unknown, AddPersonInput>

/** The schema's answer; a day that is not there is missing and not impossible. */
const resolver: Resolver<AddPersonValues, unknown, AddPersonInput> = async (values, context, options) => {
  const parsed = await parse(values, context, options)
  const fault = 'episode' in parsed.errors ? parsed.errors.episode?.admittedOn : undefined
  if (fault && values.episode.admittedOn === null) fault.message = 'custody-episode.admittedOn.missing'
  return parsed
}
