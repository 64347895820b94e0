import { isSafetyCritical } from '@throughcare/domain/notice/notice-kinds'
import { KINDS_TO_CHOOSE, wayOf, waysOf } from '@throughcare/domain/notice/notice-settings'
import { Breadcrumbs } from '@throughcare/ui/breadcrumbs'
import { Stack } from '@throughcare/ui/layout'
import { PageHeading } from '@throughcare/ui/page-heading'
import { getTranslations } from 'next-intl/server'
import { DutyMailboxForm } from '../../../../notice/duty-mailbox-form.tsx'
import { MailStates } from '../../../../notice/mail-states.tsx'
import { SettingsForm } from '../../../../notice/settings-form.tsx'
import { paths } from '../../../../paths.ts'
import { mayHere } from '../../../../session/may-here.ts'
import { api } from '../../../../trpc/server.ts'
import { pageTitle } from '../../../../words/page-title.ts'
import { Words } from '../../../../words/words.tsx'

export const generateMetadata = pageTitle('notice', 'settings.title')

/** How the reader hears of what, under the hat they wear; for a manager also where the service is written to when it is urgent. */
export default async function NoticeSettingsPage() {
  const caller = await api()
  const [settings, t, maySet] = await Promise.all([
    caller.notice.settings(),
    getTranslations('notice'),
    mayHere('notice.set-duty-mailbox'),
  ])
  const all = KINDS_TO_CHOOSE.map((kind) => ({ kind, ways: waysOf(kind), way: wayOf(kind, settings) }))
  const { dutyMailbox, ...own } = settings
  return (
    <Words nouns={['notice']}>
      <Stack gap="large">
        <Breadcrumbs
          label={t('settings.title')}
          items={[{ text: t('list.title'), href: paths.notices() }, { text: t('settings.title') }]}
        />
        <PageHeading lead={t('settings.lead')}>{t('settings.heading')}</PageHeading>
        <SettingsForm
          safety={all.filter(({ kind }) => isSafetyCritical(kind))}
          rest={all.filter(({ kind }) => !isSafetyCritical(kind))}
          settings={own}
          hasDutyMailbox={dutyMailbox.isThere}
        />
        {maySet && <DutyMailboxForm email={dutyMailbox.email} version={dutyMailbox.version} />}
        <MailStates />
      </Stack>
    </Words>
  )
}
