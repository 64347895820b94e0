'use client'

import { RULE_SET_KINDS, type RuleSetKind } from '@throughcare/domain/rule-set/rule-set-codes'
import { Button } from '@throughcare/ui/button'
import { FormBody } from '@throughcare/ui/layout'
import { Select } from '@throughcare/ui/select'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { paths } from '../paths.ts'

type Props = {
  /** Countries and services: the code or id as it stands in an address, and its name. */
  readonly places: readonly { value: string; text: string }[]
}

/** Which rules, for which country or service. Goes to their page: nothing is changed here. */
export function ChooseRuleSet({ places }: Props) {
  const t = useTranslations('rule-set')
  const router = useRouter()
  const form = useForm<{ kind: RuleSetKind; place: string }>({
    defaultValues: { kind: RULE_SET_KINDS[0], place: places[0]?.value ?? '' },
  })
  return (
    <form onSubmit={form.handleSubmit(({ kind, place }) => router.push(paths.ruleSetsOf(kind, place)))}>
      <FormBody>
        <Select
          label={t('list.choose-kind')}
          options={RULE_SET_KINDS.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))}
          {...form.register('kind')}
        />
        <Select label={t('list.choose-where')} options={[...places]} {...form.register('place')} />
        <div>
          <Button type="submit" variant="secondary">
            {t('list.choose-go')}
          </Button>
        </div>
      </FormBody>
    </form>
  )
}
