import { QueryClient } from '@tanstack/react-query'

/** One memory of replies for all pages. The phone knows best whether it is offline: a call simply fails as `network`. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 15_000, refetchOnWindowFocus: false, gcTime: 30 * 60_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})
