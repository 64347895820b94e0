import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import type { HandoffMessages as Answer } from '@throughcare/api/handoff-message/list-messages'
import { Disclosure } from '@throughcare/ui/disclosure'
import { Stack } from '@throughcare/ui/layout'
import { Section } from '@throughcare/ui/section'
import { StatusTag } from '@throughcare/ui/status-tag'
import { TimelineList } from '@throughcare/ui/timeline-list'
import { getTranslations } from 'next-intl/server'
import { api } from '../trpc/server.ts'
import { getFormat } from '../words/get-format.ts'
import { Words } from '../words/words.tsx'
import { MessageForm } from './message-form.tsx'

type Message = Answer['messages'][number]

/** What the two services of this handoff asked and answered, with a field for the next question. Nothing where only the envelope is left. */
export async function HandoffMessages({ handoff }: { readonly handoff: ShownHandoff }) {
  if (!handoff.episodeId) return null
  const caller = await api()
  const [{ messages, mayWrite }, t, format] = await Promise.all([
    caller.handoffMessage.byHandoff({ handoffId: handoff.id }),
    getTranslations('handoff-message'),
    getFormat(),
  ])
  const other = handoff.side === 'sending' ? handoff.receiving : handoff.sending
  return (
    <Words nouns={['handoff-message']}>
      <Section card id="messages" heading={t('heading')} lead={t('lead')}>
        <Stack>
          {messages.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <TimelineList
              label={t('heading')}
              entries={messages.map((message) => ({
                key: message.id,
                dateTime: message.at,
                when: format.instant(message.at, 'weekday'),
                title: t(message.kind),
                by: t('by', { name: message.by, service: message.service }),
                tone: isOpen(message) ? ('attention' as const) : ('quiet' as const),
                children: <Body message={message} />,
              }))}
            />
          )}
          {mayWrite && (
            <MessageForm
              handoffId={handoff.id}
              answersId={null}
              label={t('ask.label', { service: other.name })}
              hint={t('ask.hint')}
            />
          )}
        </Stack>
      </Section>
    </Words>
  )

  function Body({ message }: { readonly message: Message }) {
    const seen = message.seenBy.map(({ name, at }) => t('seen-one', { name, at: format.instant(at) }))
    return (
      <Stack gap="small">
        <p dir="auto">{message.text}</p>
        {message.kind === 'question' && (
          <div>
            <StatusTag tone={message.isAnswered ? 'good' : 'attention'}>
              {t(message.isAnswered ? 'answered' : message.isOurs ? 'open-theirs' : 'open-ours')}
            </StatusTag>
          </div>
        )}
        {message.isOurs && <p>{seen.length > 0 ? t('seen', { names: seen.join(', ') }) : t('not-seen')}</p>}
        {message.mayAnswer && !message.isAnswered && mayWrite && (
          <MessageForm handoffId={handoff.id} answersId={message.id} label={t('reply.label')} />
        )}
        {message.mayAnswer && message.isAnswered && mayWrite && (
          <Disclosure summary={t('reply.label')}>
            <MessageForm handoffId={handoff.id} answersId={message.id} label={t('reply.label')} />
          </Disclosure>
        )}
      </Stack>
    )
  }
}

const isOpen = ({ kind, isAnswered }: Message) => kind === 'question' && !isAnswered
