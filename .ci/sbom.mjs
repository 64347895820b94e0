/**
 * The parts that are shipped, as CycloneDX 1.6: name, version, licence and the hash that the lockfile holds.
 *
 *   npm run sbom > throughcare.cdx.json
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listShipped } from './licences.mjs'

/**
 * @param {string} root
 * @throws Error when a part has no hash in the lockfile: then it is not what was locked
 */
export function writeSbom(root) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const hashes = hashesOf(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `${name}@${version}`,
        name,
        version,
        licenses: [{ expression: license }],
      },
    },
    components: listShipped(root).map((part) => {
      const purl = `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`
      const hash = hashes.get(`${part.name}@${part.version}`)
      if (!hash) throw new Error(`${part.name}@${part.version} is not in the lockfile`)
      return {
        type: 'library',
        'bom-ref': purl,
        name: part.name,
        version: part.version,
        purl,
        licenses: [{ expression: part.licence }],
        hashes: [{ alg: 'SHA-512', content: hash }],
      }
    }),
  }
}

/** Of each package of the lockfile its hash, in hexadecimal. @param {string} lockfile @returns {Map<string, string>} */
function hashesOf(lockfile) {
  const entries = lockfile.matchAll(
    /^ {2}'?((?:@[^/\s]+\/)?[^@\s]+@[^:'(]+)'?:\n {4}resolution: \{integrity: sha512-([^,}]+)/gm,
  )
  return new Map([...entries].map(([, id = '', hash = '']) => [id, Buffer.from(hash, 'base64').toString('hex')]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  process.stdout.write(`${JSON.stringify(writeSbom(root), null, 2)}\n`)
}
