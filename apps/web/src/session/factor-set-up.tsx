'use client'

import type { FactorProposal } from '@throughcare/api/access/second-factor'
import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { Notice } from '@throughcare/ui/notice'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askDoor } from './ask-door.ts'
import { CodeStep } from './code-step.tsx'
import styles from './factor-set-up.module.css'
import { ProveAgain } from './prove-again.tsx'

type Props = {
  readonly openText: string
  /** After the recovery codes were shown and kept. */
  readonly onDone: () => void
}

/** Sets an authenticator app up: picture and key, one code of it, and then, this one time, the recovery codes. */
export function FactorSetUp({ openText, onDone }: Props) {
  const t = useTranslations('access.account.factor')
  const [proposal, setProposal] = useState<FactorProposal | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const why = (code: string) => t(t.has(code) ? code : 'unexpected')

  async function propose() {
    setFault(null)
    const answer = await askDoor('factor-propose', {})
    if (answer.ok) setProposal(answer.body as FactorProposal)
    else setFault(answer.code)
  }

  if (codes.length > 0)
    return (
      <Stack>
        <Notice tone="attention" role="status">
          {t('keep')}
        </Notice>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Button onClick={onDone}>{t('go-on')}</Button>
      </Stack>
    )
  if (!proposal)
    return (
      <Stack gap="small">
        {fault && (
          <Notice tone="attention" role="alert">
            <p>{why(fault)}</p>
            {fault === 'step-up-needed' && <ProveAgain />}
          </Notice>
        )}
        <div>
          <Button variant="secondary" onClick={propose}>
            {openText}
          </Button>
        </div>
      </Stack>
    )
  const { picture, key } = proposal
  return (
    <CodeStep
      door="factor-confirm"
      say={{ code: t('code'), submit: t('confirm'), pending: t('pending'), missing: t('wrong') }}
      why={why}
      onDone={(body) => setCodes(body.codes as string[])}
      lead={
        <>
          <p>{t('scan')}</p>
          <svg
            className={styles.picture}
            role="img"
            aria-label={t('picture')}
            viewBox={`-4 -4 ${picture.side + 8} ${picture.side + 8}`}
            shapeRendering="crispEdges"
          >
            <rect x={-4} y={-4} width={picture.side + 8} height={picture.side + 8} fill="#fff" />
            <path d={picture.path} fill="#000" />
          </svg>
          <p>
            {t('key')}: <span className={styles.key}>{key.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          </p>
        </>
      }
    />
  )
}
