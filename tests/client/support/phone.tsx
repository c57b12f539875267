import type { ComponentType } from 'react'
import Taro from '@tarojs/taro'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { operations } from '../../../shared/operations'
import type { Operation, Reply } from '../../../shared/kit/contract'
import { messagesReminders, type Reminder } from '../../../shared/messages/contract'
import { answerPrivacy } from '../../../client/src/kit/privacy'
import { clearToast } from '../../../client/src/components/Toast'
import { queryClient } from '../../../client/src/kit/query'
import { useSettings } from '../../../client/src/kit/settings'
import { useShopFace } from '../../../client/src/kit/shop'
import { useJoined } from '../../../client/src/features/members/joined'
import { reopenTill } from '../../../client/src/features/staff/till'

export type Asked = {
  operation: string
  input: { [name: string]: unknown }
  requestId?: string
  language?: string
  hint?: string
}
type Cloud = (asked: Asked) => unknown | Refusal | Promise<unknown>

/** A refusal as a test's cloud gives it; `unreachable` is no answer at all. */
export class Refusal {
  constructor(
    readonly code: string,
    readonly message = '',
    readonly errorId?: string,
    readonly details?: { [name: string]: string | number },
  ) {}
}
export const unreachable = Symbol('no answer')

const phone = Taro as unknown as {
  test: {
    storage: Map<string, unknown>
    visited: { kind: string; url?: string }[]
    /** What was done to the screen, in order. */
    screen: string[]
    /** What the camera reads next, or the fault with which it does not open. */
    see(text: string | { errMsg: string }): void
    /** The templates that WeChat has asked for, each time. */
    prompts: string[][]
    /** What was written on the page's canvas. */
    written: string[]
    /** The album may not be written to. */
    refuseAlbum(fault: { errMsg: string }): void
    /** The canvas is there and cannot draw, as on a platform too old for it. */
    breakCanvas(): void
    consent(answer: (templateId: string) => string): void
    /** What WeChat would send if the member shared the page that is open. */
    shares(): { title?: string; path?: string }
    openedWith(params: { [name: string]: string }): void
    /** What WeChat's phone button gives at its next tap. */
    gives(answer: { code?: string; errMsg?: string; errno?: number }): void
    /** WeChat holds a call back until its question about privacy is answered. */
    askPrivacy(resolve: (answer: { event: string; buttonId?: string }) => void): void
    fire(name: string, ...args: unknown[]): void
    answerWith(handler: (name: string, data: Asked) => Promise<Reply>): void
    reset(): void
  }
}

/** Inputs and replies that break their contract: the phone would call it a lost answer, so it is held against the test here. */
const faults: string[] = []
afterEach(() => expect(faults.splice(0)).toEqual([]))

/**
 * A phone in a member's hand, in front of a cloud that the test speaks for. Every value is held against its contract.
 * Which messages it may ask for is said apart, since many pages want to know and few tests are about it.
 */
export function takePhone(cloud: Cloud, reminders: Reminder[] = []) {
  phone.test.reset()
  restart()
  useSettings.setState({ language: 'zh-CN', textSize: 's', appearance: 'auto' })
  const asked: Asked[] = []
  const serve = (next: Cloud) =>
    phone.test.answerWith(async (audience, data) => {
      const operation = operations.find(({ name }) => name === data.operation)
      if (audience !== operation?.audience) faults.push(`asked the function ${audience} for ${data.operation}`)
      if (data.operation === messagesReminders.name) return reply(data, { reminders })
      asked.push(data)
      const value = await next(data)
      if (value === unreachable) throw new Error('no network')
      try {
        return reply(data, value)
      } catch (fault) {
        faults.push(String(fault))
        throw fault
      }
    })
  serve(cloud)
  const {
    visited,
    screen,
    see,
    shares,
    openedWith,
    gives,
    askPrivacy,
    fire,
    storage,
    prompts,
    consent,
    written,
    refuseAlbum,
    breakCanvas,
  } = phone.test
  return {
    asked,
    serve,
    visited,
    screen,
    see,
    shares,
    openedWith,
    gives,
    askPrivacy,
    fire,
    storage,
    prompts,
    consent,
    written,
    refuseAlbum,
    breakCanvas,
    restart,
  }
}

export function openPage(Page: ComponentType) {
  return render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  )
}

/** The app was closed: what was in memory is gone, what was stored is there. */
function restart() {
  queryClient.clear()
  useJoined.setState({ joined: null })
  answerPrivacy(false)
  useShopFace.setState({ name: '', storeName: null, brand: null })
  reopenTill()
  clearToast()
}

function reply(data: Asked, value: unknown): Reply {
  if (value instanceof Refusal) {
    const { code, message, errorId, details } = value
    return { ok: false, refusal: { code, message, ...(errorId ? { errorId } : {}), ...(details ? { details } : {}) } }
  }
  const operation: Operation | undefined = operations.find(({ name }) => name === data.operation)
  if (!operation) throw new Error(`The phone asked for ${data.operation}, which is no operation.`)
  operation.input.parse(data.input)
  return { ok: true, value: operation.output.parse(value) }
}
