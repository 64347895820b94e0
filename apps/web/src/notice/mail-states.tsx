import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { Table } from '@throughcare/ui/table'
import { getTranslations } from 'next-intl/server'
import { mayHere } from '../session/may-here.ts'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'

const TONES = { refused: 'urgent', deferred: 'attention', fine: 'good' } as const

/** Which mailboxes the mail server takes e-mails for: a manager's own service, or for an administrator those with a fault. */
export async function MailStates() {
  if (!(await mayHere('notice.mail-states'))) return null
  const caller = await api()
  const [states, t, format] = await Promise.all([
    caller.notice.mailStates(),
    getTranslations('notice.mailbox'),
    getFormat(),
  ])
  const told = (at: Date | null) => (at ? format.instant(at, 'weekday') : t('never'))
  return (
    <Section heading={t('heading')}>
      <p>{t('text')}</p>
      {states.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          caption={t('heading')}
          hideCaption
          columns={[
            { key: 'name', header: t('name'), isRowHeader: true },
            { key: 'service', header: t('service') },
            { key: 'state', header: t('state') },
            { key: 'when', header: t('when') },
          ]}
          rows={states.map((each) => ({
            key: `${each.serviceId} ${each.membershipId}`,
            cells: {
              name: each.name ?? t('duty'),
              service: each.serviceName,
              state: (
                <StatusTag tone={TONES[each.state]}>
                  {t(each.state, { at: told(each.bouncedAt), because: each.because ?? '' })}
                </StatusTag>
              ),
              when: told(each.lastSentAt),
            },
          }))}
        />
      )}
    </Section>
  )
}
