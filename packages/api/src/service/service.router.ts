import { idOf, inputOf } from '@throughcare/domain/request/request-fields'
import { AddServiceInput } from '@throughcare/domain/service/add-service-input'
import { ChangeServiceInput } from '@throughcare/domain/service/change-service-input'
import { AddClosureInput, RemoveClosureInput } from '@throughcare/domain/service/closure-input'
import { SetFallbackInput } from '@throughcare/domain/service/fallback-input'
import { SetHoursInput } from '@throughcare/domain/service/set-hours-input'
import { allowed, router } from '../trpc.ts'
import { addService } from './add-service.ts'
import { addClosure, removeClosure } from './change-closures.ts'
import { changeService } from './change-service.ts'
import { getService } from './get-service.ts'
import { listServices } from './list-services.ts'
import { setFallback } from './set-fallback.ts'
import { setHours } from './set-hours.ts'

/** Services as reference: who there is, and when they are open; kept up by administrators. */
export const serviceRouter = router({
  list: allowed('service.list').query(({ ctx }) => listServices(ctx.actor)),
  byId: allowed('service.by-id')
    .input(inputOf({ serviceId: idOf('service.serviceId') }))
    .query(({ ctx, input }) => getService(ctx.actor, input.serviceId)),
  add: allowed('service.add')
    .input(AddServiceInput)
    .mutation(({ ctx, input }) => addService(ctx.actor, input)),
  setFallback: allowed('service.set-fallback')
    .input(SetFallbackInput)
    .mutation(({ ctx, input }) => setFallback(ctx.actor, input)),
  change: allowed('service.change')
    .input(ChangeServiceInput)
    .mutation(({ ctx, input }) => changeService(ctx.actor, input)),
  setHours: allowed('service.set-hours')
    .input(SetHoursInput)
    .mutation(({ ctx, input }) => setHours(ctx.actor, input)),
  addClosure: allowed('service.add-closure')
    .input(AddClosureInput)
    .mutation(({ ctx, input }) => addClosure(ctx.actor, input)),
  removeClosure: allowed('service.remove-closure')
    .input(RemoveClosureInput)
    .mutation(({ ctx, input }) => removeClosure(ctx.actor, input)),
})
