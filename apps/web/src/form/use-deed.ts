'use client'

import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import type { ShownError } from '@throughcare/api/trpc'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { SESSION_ENDED } from '../session/ended-event.ts'
import { newRequestId } from './request-id.ts'
import { type DeedError, shownError } from './shown-error.ts'

type More<Answer> = {
  /** After the server said yes; the page is loaded again by itself. */
  readonly onDone?: ((answer: Answer) => void) | undefined
  /** false: do not load the page again, because `onDone` goes to another one. */
  readonly refresh?: boolean | undefined
}

export type Deed<Input> = {
  /** Presses. The request id is added; a second press while the first is under way does nothing. */
  readonly press: (input: Omit<Input, 'requestId'>) => void
  /** For a form's default values, where the schema asks for it. */
  readonly requestId: string
  readonly pending: boolean
  readonly done: boolean
  /** Why it was refused; null while nothing was. For `<FormRefusals>`, or `<DeedRefusal>` where nothing is typed. */
  readonly error: ShownError | null
  /** Rises with every answer, so that a summary can take the focus again. */
  readonly attempt: number
  /** Forgets the refusal and loads what is stored now. */
  readonly reload: () => void
}

/**
 * One press of one form: `useDeed(trpc.handoff.acknowledge.mutationOptions(), { onDone })`.
 *
 * The request id is made once when the form opens and stays for every repeat of the press, so that a double click, a lost
 * answer and "try again" have one effect. It is new after a success, and after `request-reused`, where the first press had
 * its effect and this one is another.
 */
export function useDeed<Answer, Input extends { requestId: string }>(
  // biome-ignore lint/suspicious/noExplicitAny: the context type of the options says nothing here and differs per version
  options: UseMutationOptions<Answer, DeedError, Input, any>,
  { onDone, refresh = true }: More<Answer> = {},
): Deed<Input> {
  const router = useRouter()
  const [requestId, setRequestId] = useState(newRequestId)
  const [attempt, setAttempt] = useState(0)
  const mutation = useMutation({
    ...options,
    onSuccess: (answer: Answer) => {
      setRequestId(newRequestId())
      setAttempt((before) => before + 1)
      onDone?.(answer)
      if (refresh) router.refresh()
    },
    onError: (error: DeedError) => {
      const shown = shownError(error)
      if (shown.code === 'not-signed-in') window.dispatchEvent(new Event(SESSION_ENDED))
      if (shown.code === 'request-reused') setRequestId(newRequestId())
      setAttempt((before) => before + 1)
    },
  })
  return {
    press: (input) => {
      if (!mutation.isPending) mutation.mutate({ ...input, requestId } as Input)
    },
    requestId,
    pending: mutation.isPending,
    done: mutation.isSuccess,
    error: mutation.error ? shownError(mutation.error) : null,
    attempt,
    reload: () => {
      mutation.reset()
      router.refresh()
    },
  }
}
