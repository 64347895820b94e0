/**
 * Copies the data folder with its running embedded database into another folder, while people work.
 *
 *   node packages/db/src/cluster/back-up.ts <new folder>
 *
 * THROUGHCARE_DATA names the data folder, as for npm start.
 */
import { resolve } from 'node:path'
import { REPOSITORY_ROOT } from '../repository-root.ts'
import { REFUSED_EXIT_CODE, StartRefused } from '../start-refused.ts'
import { backUpCluster } from './back-up-cluster.ts'

try {
  const [to] = process.argv.slice(2)
  if (to === undefined) throw new StartRefused('Name a folder that is not there yet: npm run back-up -- /backups/today')
  const { files, bytes, seconds } = await backUpCluster(
    resolve(REPOSITORY_ROOT, process.env.THROUGHCARE_DATA || '.throughcare'),
    resolve(to),
  )
  console.log(
    `${to}: ${files} files, ${Math.round(bytes / 1_048_576)} MB, ${seconds} s. THROUGHCARE_DATA=${to} npm start opens it.`,
  )
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  console.error(error.message)
  process.exitCode = REFUSED_EXIT_CODE
}
