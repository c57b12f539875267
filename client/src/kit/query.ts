import { QueryClient } from '@tanstack/react-query'

/** Milliseconds for which a reply is taken as it is when a page is shown again. */
export const freshFor = 15_000

/** One memory of replies for all pages. The phone knows best whether it is offline: a call simply fails as `network`. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: freshFor,
      // A page that opens may stand on a copy from an earlier launch: it is shown at once and always asked for anew.
      refetchOnMount: 'always',
      refetchOnWindowFocus: false,
      gcTime: 30 * 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
