import { readMessages } from '@throughcare/i18n/read-messages'
import type { ReactNode } from 'react'
import { currentReader } from './current-reader.ts'
import { MoreWords } from './more-words.tsx'

type Props = {
  /** The namespaces that the client components inside speak with, as their files are named. */
  readonly nouns: readonly string[]
  readonly children: ReactNode
}

/** Gives client components the words of these nouns, on top of those that every page has. Server components need none. */
export async function Words({ nouns, children }: Props) {
  const messages = readMessages((await currentReader()).locale)
  return <MoreWords words={Object.fromEntries(nouns.map((noun) => [noun, messages[noun] ?? {}]))}>{children}</MoreWords>
}
