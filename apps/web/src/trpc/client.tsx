'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { AppRouter } from '@throughcare/api/root'
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import { tellZodNotToEvaluate } from '../form/zod-without-eval.ts'

if (typeof window !== 'undefined') tellZodNotToEvaluate()

const context = createTRPCContext<AppRouter>()

/** The procedures, for TanStack Query: `useTRPC().handoff.inbox.queryOptions(…)`. */
export const useTRPC = context.useTRPC

/** The procedures for what is no query of a page: `useApi().release.record.mutate(…)`. */
export const useApi = context.useTRPCClient
export type ApiClient = TRPCClient<AppRouter>

/** The server takes ten calls at a time; more are sent as several batches. */
const MOST_CALLS_AT_ONCE = 10

/** Calls to the API from the browser: always POST, with the header that a page of another site cannot send. */
export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false },
          // A press without network is refused at once and can be pressed again: it does not wait in a tab that may be closed.
          mutations: { retry: false, networkMode: 'always' },
        },
      }),
  )
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({
          url: '/api/trpc',
          methodOverride: 'POST',
          maxItems: MOST_CALLS_AT_ONCE,
          transformer: superjson,
          headers: { 'x-throughcare': '1' },
        }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
