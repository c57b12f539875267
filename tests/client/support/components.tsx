import { createElement, forwardRef, type ReactNode } from 'react'
import Taro from '@tarojs/taro'

type Props = { [name: string]: unknown; children?: ReactNode }

const phone = Taro as unknown as { test: { phoneGiven(): object } }

/** Taro's components as plain elements: what a test may look for (ids, classes, words, aria) is passed on. */
function element(tag: string) {
  return forwardRef<unknown, Props>((props, ref) => createElement(tag, { ...attributes(props), ref } as never))
}

function attributes(props: Props): Props {
  return Object.fromEntries(
    Object.entries(props).flatMap(([name, value]) => {
      if (name === 'ariaRole') return [['role', value]]
      if (/^aria[A-Z]/.test(name)) return [[`aria-${name.slice(4).toLowerCase()}`, value]]
      return /^(id|className|style|children|src|onClick|onTouch\w+)$/.test(name) ? [[name, value]] : []
    }),
  )
}

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Swiper = element('div')
export const SwiperItem = element('div')
export const Image = element('img')
export const Canvas = element('canvas')

/** A button of WeChat's own gives what the test says that WeChat answers. */
export function Button({ openType, onGetPhoneNumber, onAgreePrivacyAuthorization, ...props }: Props) {
  if (openType === 'share') return createElement('button', attributes(props))
  const asks = openType === 'getPhoneNumber' ? onGetPhoneNumber : onAgreePrivacyAuthorization
  const answer = asks as (event: { detail: object }) => void
  return createElement('button', { ...attributes(props), onClick: () => answer({ detail: phone.test.phoneGiven() }) })
}

export const Input = forwardRef<HTMLInputElement, Props>(({ onInput, onBlur, value, id, placeholder }, ref) => {
  const change = onInput as (event: { detail: { value: string } }) => void
  return (
    <input
      ref={ref}
      id={id as string}
      placeholder={placeholder as string}
      value={value as string}
      onChange={(event) => change({ detail: { value: event.target.value } })}
      onBlur={onBlur as () => void}
    />
  )
})

export const Textarea = Input
