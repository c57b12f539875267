import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { QueryClientProvider } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { openCloud } from '@/kit/door'
import { hearPrivacy } from '@/kit/privacy'
import { queryClient } from '@/kit/query'
import './app.scss'

// WeChat forbids code made from text, which is how zod would speed itself up.
z.config({ jitless: true })

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    hearPrivacy()
  })
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
