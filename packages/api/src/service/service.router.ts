import { idOf, inputOf } from '@throughcare/domain/request/request-fields'
import { allowed, router } from '../trpc.ts'
import { getService } from './get-service.ts'
import { listServices } from './list-services.ts'

/** Services as reference: who there is, and when they are open. */
export const serviceRouter = router({
  list: allowed('service.list').query(({ ctx }) => listServices(ctx.actor)),
  byId: allowed('service.by-id')
    .input(inputOf({ serviceId: idOf('service.serviceId') }))
    .query(({ ctx, input }) => getService(ctx.actor, input.serviceId)),
})
