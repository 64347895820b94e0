'use client'

import { Button } from '@throughcare/ui/button'
import { Card } from '@throughcare/ui/card'
import { Columns, Stack } from '@throughcare/ui/layout'
import { StatusTag } from '@throughcare/ui/status-tag'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DeedRefusal } from '../form/deed-refusal.tsx'
import { useDeed } from '../form/use-deed.ts'
import { useTRPC } from '../trpc/client.tsx'
import styles from './hat-list.module.css'

type Hat = { readonly membershipId: string; readonly role: string; readonly serviceName: string }
type Props = { readonly hats: readonly Hat[]; readonly worn: string | null; readonly goOnTo: string }

/** One card for each hat. Choosing one loads a whole new page, so that nothing of the other service stays on it. */
export function HatList({ hats, worn, goOnTo }: Props) {
  const t = useTranslations('access')
  const trpc = useTRPC()
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = useDeed(trpc.access.chooseHat.mutationOptions(), {
    refresh: false,
    onDone: () => window.location.assign(goOnTo),
  })
  return (
    <Stack>
      <DeedRefusal error={choose.error} attempt={choose.attempt} />
      <Columns>
        {hats.map(({ membershipId, role, serviceName }) => {
          const as = { role: t(`role.${role}`), service: serviceName }
          return (
            <Card key={membershipId}>
              <div className={styles.hat}>
                <h2>{serviceName}</h2>
                <p>{as.role}</p>
                {membershipId === worn && <StatusTag tone="info">{t('hats.worn')}</StatusTag>}
                <Button
                  variant={membershipId === worn ? 'secondary' : 'primary'}
                  pending={chosen === membershipId && (choose.pending || choose.done)}
                  pendingText={t('hats.pending')}
                  onClick={() => {
                    setChosen(membershipId)
                    choose.press({ membershipId })
                  }}
                >
                  {t('hats.choose', as)}
                </Button>
              </div>
            </Card>
          )
        })}
      </Columns>
    </Stack>
  )
}
