import { expect, it } from 'vitest'
import { serve } from './serve.ts'

const environment = {
  demo: false,
  origin: 'http://localhost',
  host: '127.0.0.1',
  port: 0,
  trustedProxies: 0,
  provider: null,
}

it('H07: lets what is under way finish when it stops, and takes nothing new', async () => {
  const arrived = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const serving = await serve(environment, async (_req, res) => {
    arrived.resolve()
    await goOn.promise
    res.end('finished')
  })
  const url = `http://127.0.0.1:${serving.port}/`
  const underWay = fetch(url)
  await arrived.promise
  const stopped = serving.stop(5_000)
  await expect(fetch(url)).rejects.toThrow()
  goOn.resolve()
  expect(await (await underWay).text()).toBe('finished')
  await stopped
})

it('cuts off what does not finish in time', async () => {
  const arrived = Promise.withResolvers<void>()
  const serving = await serve(environment, async () => arrived.resolve())
  const hanging = fetch(`http://127.0.0.1:${serving.port}/`).catch(() => 'cut off')
  await arrived.promise
  await serving.stop(50)
  expect(await hanging).toBe('cut off')
})

it('says which port is taken by an error that has its code', async () => {
  const serving = await serve(environment, async (_req, res) => void res.end())
  await expect(serve({ ...environment, port: serving.port }, async () => undefined)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await serving.stop(10)
})
