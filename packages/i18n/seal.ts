import { isLocale } from './src/locales.ts'
import { sealOf } from './src/reviewed.ts'

/** Prints the seal of a text for whoever has reviewed it: node packages/i18n/seal.ts ar person-print.safety.wake */
const [locale = '', key = ''] = process.argv.slice(2)
const seal = isLocale(locale) ? sealOf(locale, key) : null
process.stdout.write(seal === null ? `There is no text ${key} in ${locale}.\n` : `${seal}\n`)
process.exitCode = seal === null ? 1 : 0
