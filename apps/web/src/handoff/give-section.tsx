import type { ShownHandoff } from '@throughcare/api/handoff/get-handoff'
import { mayDo } from '@throughcare/domain/access/who-may'
import type { ServiceKind } from '@throughcare/domain/service/service-kinds'
import { Disclosure } from '@throughcare/ui/disclosure'
import { getTranslations } from 'next-intl/server'
import { getCapacityWords } from '../capacity/get-capacity-words.ts'
import { currentSession } from '../session/current-session.ts'
import { api } from '../trpc/server.ts'
import { Words } from '../words/words.tsx'
import { GiveHandoff } from './give-handoff.tsx'

const GIVABLE: readonly string[] = ['sent', 'acknowledged', 'accepted', 'in-progress']

/** The form that puts a handoff in a colleague's name, for those who may; nothing for everybody else. */
export async function GiveSection({ handoff }: { readonly handoff: ShownHandoff }) {
  const session = await currentSession()
  const { role, serviceKind } = session?.hat ?? {}
  const { relation, side, status } = handoff
  if (!role || !serviceKind || !relation || side !== 'receiving' || !GIVABLE.includes(status)) return null
  if (!mayDo(role, 'handoff.assign', relation, serviceKind as ServiceKind)) return null
  const caller = await api()
  const [{ team }, words, t] = await Promise.all([
    caller.capacity.team(),
    getCapacityWords(),
    getTranslations('handoff-list.one'),
  ])
  const others = team.filter(({ accountId }) => accountId !== handoff.workerId)
  if (others.length === 0) return null
  return (
    <Disclosure summary={t('heading')}>
      <Words nouns={['handoff-list']}>
        <GiveHandoff handoffId={handoff.id} seenVersion={handoff.version} workers={words.options(others)} />
      </Words>
    </Disclosure>
  )
}
