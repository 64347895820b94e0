'use client'

import { Button } from '@throughcare/ui/button'
import { Stack } from '@throughcare/ui/layout'
import { useTranslations } from 'next-intl'
import { CodeStep } from './code-step.tsx'
import { FactorSetUp } from './factor-set-up.tsx'

type Props = {
  readonly awaits: 'code' | 'enrolment'
  readonly onDone: () => void
  readonly onStartAgain: () => void
}

/** After a right password: the code of the second factor, or setting one up where the role asks for it. */
export function SignInRest({ awaits, onDone, onStartAgain }: Props) {
  const t = useTranslations('access.sign-in')
  const factor = useTranslations('access.account.factor')
  const why = (code: string) => t(t.has(`code.${code}`) ? `code.${code}` : 'unavailable')
  return (
    <Stack>
      <h2>{t(`${awaits}.heading`)}</h2>
      <p>{t(`${awaits}.lead`)}</p>
      {awaits === 'code' ? (
        <CodeStep
          door="code"
          say={{
            code: t('code.code'),
            submit: t('code.submit'),
            pending: t('code.pending'),
            missing: t('code.wrong'),
          }}
          why={why}
          onDone={onDone}
        />
      ) : (
        <FactorSetUp openText={factor('set-up')} onDone={onDone} />
      )}
      <div>
        <Button variant="quiet" onClick={onStartAgain}>
          {t('code.other')}
        </Button>
      </div>
    </Stack>
  )
}
