import type { ServiceView } from '@throughcare/api/service/get-service'
import { COUPLES_TERMS, WOMEN_ONLY } from '@throughcare/domain/admission/admission-terms'
import { Disclosure } from '@throughcare/ui/disclosure'
import { FactList } from '@throughcare/ui/fact-list'
import { getTranslations } from 'next-intl/server'
import { getFormat } from '../words/get-format.ts'
import { AdmissionForm } from './admission-form.tsx'

type Props = { readonly service: Pick<ServiceView, 'id' | 'admission' | 'today'>; readonly mayKeep: boolean }

/** Whom a service takes, as it said, and the form of whoever asked it. Needs the words of `admission` and `circumstance`. */
export async function AdmissionSection({ service, mayKeep }: Props) {
  const [t, format] = await Promise.all([getTranslations('admission'), getFormat()])
  const { id, admission, today } = service
  return (
    <>
      {admission ? (
        <FactList
          facts={[
            t(`women.${admission.womenOnly}`),
            t(`takes.${admission.couples}`),
            admission.waitingDays === null ? t('waiting-unknown') : t('waiting', { days: admission.waitingDays }),
            t('asked', { day: format.day(admission.askedOn) }),
            admission.toldBy && t('said-by', { name: admission.toldBy }),
            admission.recordedBy && t('written-by', { name: admission.recordedBy }),
          ].filter((fact) => fact !== null && fact !== '')}
        />
      ) : (
        <p>{t('never-asked')}</p>
      )}
      {mayKeep && (
        <Disclosure summary={t('record')}>
          <AdmissionForm
            id="admission"
            fields={[
              {
                name: 'womenOnly',
                kind: 'choice',
                label: t('womenOnly.label'),
                options: WOMEN_ONLY.map((value) => ({ value, text: t(`women.${value}`) })),
              },
              {
                name: 'couples',
                kind: 'choice',
                label: t('couples.label'),
                options: COUPLES_TERMS.map((value) => ({ value, text: t(`takes.${value}`) })),
              },
              {
                name: 'waitingDays',
                kind: 'number',
                label: t('waitingDays.label'),
                hint: t('waitingDays.hint'),
              },
              { name: 'toldBy', kind: 'text', label: t('toldBy.label'), hint: t('toldBy.hint') },
              { name: 'askedOn', kind: 'day', label: t('askedOn.label') },
            ]}
            initial={{
              womenOnly: admission?.womenOnly ?? null,
              couples: admission?.couples ?? null,
              waitingDays: admission?.waitingDays ?? null,
              toldBy: null,
              askedOn: today,
            }}
            fixed={{ serviceId: id, seenVersion: admission?.version ?? 0 }}
            press={t('save')}
            done={t('saved')}
          />
        </Disclosure>
      )}
    </>
  )
}
