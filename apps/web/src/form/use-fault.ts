'use client'

import { useTranslations } from 'next-intl'

/**
 * The words of a field's fault, from its code: `contact.note.too-long` is key `note.too-long` of namespace `contact`; where
 * a noun has no words of its own for it, the general ones of `form.fault` under the last part of the code.
 */
export function useFault(): (fault: string | undefined) => string | undefined {
  const t = useTranslations()
  return (fault) => {
    if (!fault) return undefined
    if (/^[a-z][\w-]*(\.[\w-]+)+$/i.test(fault)) {
      if (t.has(fault)) return t(fault)
      const general = `form.fault.${fault.slice(fault.lastIndexOf('.') + 1)}`
      if (t.has(general)) return t(general)
    }
    return t('form.fault.other')
  }
}
