'use client'

import { Button } from '@throughcare/ui/button'
import { Checkbox } from '@throughcare/ui/checkbox'
import { FormBody } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import { OneTimeLink } from './one-time-link.tsx'

type Props = { readonly serviceId: string; readonly membershipId: string }

/** Makes a link to a new password for somebody else. */
export function ResetMemberForm({ serviceId, membershipId }: Props) {
  const t = useTranslations('access.members')
  const [dropsFactor, setDropsFactor] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const deed = useDeed(useTRPC().access.makeReset.mutationOptions(), { onDone: (made) => setLink(made.link) })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setLink(null)
        deed.press({ serviceId, membershipId, dropsFactor })
      }}
    >
      <FormBody>
        <DeedRefusal error={deed.error} attempt={deed.attempt} />
        <p>{t('reset-lead')}</p>
        {link && <OneTimeLink link={link} />}
        <Checkbox
          id={`drops-${membershipId}`}
          label={t('reset-factor')}
          checked={dropsFactor}
          onChange={(event) => setDropsFactor(event.currentTarget.checked)}
        />
        <div>
          <Button type="submit" variant="secondary" pending={deed.pending} pendingText={t('reset-pending')}>
            {t('reset-submit')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
