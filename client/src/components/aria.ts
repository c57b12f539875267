import { useEffect, useRef } from 'react'

/** What a control tells assistive technology beside its words. */
export interface Aria {
  role?:
    | 'button'
    | 'tab'
    | 'radio'
    | 'checkbox'
    | 'switch'
    | 'link'
    | 'dialog'
    | 'status'
    | 'alert'
    | 'progressbar'
    | 'tablist'
    | 'radiogroup'
    | 'img'
    | 'group'
  label?: string | undefined
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  hidden?: boolean
  live?: 'polite' | 'assertive'
  valueNow?: number
}

type Options = { focusable?: boolean; onEnter?: (() => void) | undefined }

/**
 * Attributes for a Taro view. WeChat reads them from the template (client/config/aria.ts adds what Taro's lacks); a
 * browser's custom elements drop unknown attributes, so there they are set on the element itself.
 */
export function useAria(aria: Aria, options: Options = {}) {
  const ref = useRef<HTMLElement | null>(null)
  const onEnter = useRef(options.onEnter)
  onEnter.current = options.onEnter
  const attributes = attributesOf(aria)
  const words = JSON.stringify(attributes)
  useEffect(() => {
    const element = ref.current
    if (process.env.TARO_ENV !== 'h5' || !element?.setAttribute) return
    for (const name of names) element.removeAttribute?.(name)
    for (const [name, value] of Object.entries(attributesOf(aria))) element.setAttribute(htmlName(name), String(value))
    if (options.focusable) element.setAttribute('tabindex', aria.disabled ? '-1' : '0')
    // The words are the attributes: nothing else can have changed.
  }, [words, options.focusable])
  useEffect(() => {
    const element = ref.current
    if (process.env.TARO_ENV !== 'h5' || !element?.addEventListener) return
    const press = (event: KeyboardEvent) => {
      if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      onEnter.current?.()
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [])
  return { ref, attributes }
}

/** In a browser: focus goes into what opened over the page, Escape closes it, and focus returns where it was. */
export function useFocusInside(id: string, onEscape: () => void): void {
  const escape = useRef(onEscape)
  escape.current = onEscape
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const before = document.activeElement
    document.getElementById(id)?.focus()
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') escape.current()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
}

function attributesOf(aria: Aria): { [name: string]: string | boolean | number } {
  const all = {
    ariaRole: aria.role,
    ariaLabel: aria.label,
    ariaChecked: aria.checked,
    ariaSelected: aria.selected,
    ariaDisabled: aria.disabled || undefined,
    ariaHidden: aria.hidden || undefined,
    ariaLive: aria.live,
    ariaValuenow: aria.valueNow,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never
}

function htmlName(name: string): string {
  return name === 'ariaRole' ? 'role' : name.replace(/^aria/, 'aria-').toLowerCase()
}

const names = [
  'role',
  'aria-label',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-hidden',
  'aria-live',
  'aria-valuenow',
]
