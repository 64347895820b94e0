import { allowed, router } from '../trpc.ts'
import { listCountryPacks } from './list-country-packs.ts'

export const countryPackRouter = router({
  list: allowed('country-pack.list').query(({ ctx }) => listCountryPacks(ctx.actor)),
})
