'use client'

import { Button } from '@throughcare/ui/button'
import { ButtonRow } from '@throughcare/ui/button-row'
import { FileField } from '@throughcare/ui/file-field'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { Select, type SelectOption } from '@throughcare/ui/select'
import { StatusLine } from '@throughcare/ui/status-line'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { newRequestId } from '../form/request-id.ts'
import { useRefusalWords } from '../form/use-refusal-words.ts'

type Props = { readonly itemId: string; readonly subjects: readonly SelectOption[]; readonly mostBytes: number }
type Answer = {
  documentId?: string
  error?: { json: { data: { code: string; details?: Record<string, unknown> } } }
}

/** Attaches a file as it is; what it is, is read by the server. The limit is said before anybody chooses. */
export function AttachForm({ itemId, subjects, mostBytes }: Props) {
  const t = useTranslations('document')
  const refusalWords = useRefusalWords()
  const router = useRouter()
  const [requestId, setRequestId] = useState(newRequestId)
  const [fault, setFault] = useState<string | undefined>()
  const [refusal, setRefusal] = useState<string | undefined>()
  const [sending, setSending] = useState(false)
  const [told, setTold] = useState('')

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const file = data.get('file')
    setTold('')
    setRefusal(undefined)
    if (!(file instanceof File) || file.name === '') return setFault(t('missing'))
    if (file.size > mostBytes) return setFault(t('too-large'))
    setFault(undefined)
    setSending(true)
    try {
      const asked = new URLSearchParams({ itemId, requestId, shows: String(data.get('shows')) })
      const response = await fetch(`/api/files/document?${asked}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-throughcare': '1' },
        body: file,
      })
      const answer = (await response.json()) as Answer
      const refused = answer.error?.json.data
      if (answer.documentId) {
        setRequestId(newRequestId())
        form.reset()
        setTold(t('attached'))
        router.refresh()
      } else {
        if (refused?.code === 'request-reused') setRequestId(newRequestId())
        setRefusal(
          refused?.code === 'too-large'
            ? t('too-large')
            : refusalWords({ code: refused?.code ?? 'unexpected', details: refused?.details ?? {} }),
        )
      }
    } catch {
      setRefusal(t('offline'))
    }
    setSending(false)
  }

  return (
    <form noValidate onSubmit={send}>
      <FormBody>
        {refusal && (
          <Notice tone="urgent" role="alert">
            {refusal}
          </Notice>
        )}
        <Select name="shows" label={t('what')} options={subjects} />
        <FileField
          name="file"
          label={t('choose')}
          description={t('limit')}
          error={fault}
          accept="application/pdf,image/png,image/jpeg"
        />
        <ButtonRow>
          <Button type="submit" variant="secondary" icon="upload" pending={sending} pendingText={t('attaching')}>
            {t('attach')}
          </Button>
          <StatusLine>{told}</StatusLine>
        </ButtonRow>
      </FormBody>
    </form>
  )
}
