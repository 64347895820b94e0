import { redirect } from 'next/navigation'
import { homeOf } from '../frame/nav-items.ts'
import { paths } from '../paths.ts'
import { api } from '../trpc/server.ts'

/** The start is where the role's day starts. */
export default async function StartPage() {
  const { hat } = await (await api()).access.me()
  redirect(hat ? homeOf(hat.role) : paths.hats())
}
