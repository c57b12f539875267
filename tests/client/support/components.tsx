import { createElement, forwardRef, type ReactNode } from 'react'

type Props = { [name: string]: unknown; children?: ReactNode }

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

export function Input({ onInput, value, id, placeholder }: Props) {
  const change = onInput as (event: { detail: { value: string } }) => void
  return (
    <input
      id={id as string}
      placeholder={placeholder as string}
      value={value as string}
      onChange={(event) => change({ detail: { value: event.target.value } })}
    />
  )
}
