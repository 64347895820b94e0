'use client'

import { Button } from '@throughcare/ui/button'
import { FileField } from '@throughcare/ui/file-field'
import { FormBody } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useRefusalWords } from '../form/use-refusal-words.ts'
import { paths } from '../paths.ts'

type Answer = { listId?: string; error?: { json: { data: { code: string } } } }

/** Sends the file as it is; the server reads it line by line as it arrives. */
export function UploadForm() {
  const t = useTranslations('release-list.upload')
  const refusalWords = useRefusalWords()
  const router = useRouter()
  const [fault, setFault] = useState<string | undefined>()
  const [refusal, setRefusal] = useState<string | undefined>()
  const [sending, setSending] = useState(false)

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File) || file.name === '') return setFault(t('missing'))
    setFault(undefined)
    setRefusal(undefined)
    setSending(true)
    try {
      const response = await fetch('/api/files/release-list', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-throughcare': '1' },
        body: file,
      })
      const answer = (await response.json()) as Answer
      if (answer.listId) return router.push(paths.releaseList(answer.listId))
      setRefusal(refusalWords({ code: answer.error?.json.data.code ?? 'unexpected', details: {} }))
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
        <FileField
          name="file"
          label={t('label')}
          description={t('description')}
          error={fault}
          accept=".csv,.txt,text/csv"
        />
        <Button type="submit" icon="upload" pending={sending} pendingText={t('sending')}>
          {t('send')}
        </Button>
      </FormBody>
    </form>
  )
}
