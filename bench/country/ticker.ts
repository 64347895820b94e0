import { parentPort, workerData } from 'node:worker_threads'

/**
 * Says when the next request is due, by a clock of its own that waits for nobody: that is what makes a load open. Sleeps between
 * two ticks instead of turning, so that it leaves the processors to what is measured.
 */
const { perSecond, seconds } = workerData as { perSecond: number; seconds: number }
const asleep = new Int32Array(new SharedArrayBuffer(4))
const clock = () => performance.timeOrigin + performance.now()
const from = clock() + 20
const count = Math.floor(perSecond * seconds)
for (let tick = 0; tick < count; tick += 1) {
  const due = from + (tick * 1_000) / perSecond
  const left = due - clock()
  if (left > 0.02) Atomics.wait(asleep, 0, 0, left)
  parentPort?.postMessage(due)
}
parentPort?.postMessage(null)
