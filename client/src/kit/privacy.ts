import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** True while WeChat holds a call back until the person has agreed to the privacy guide. */
export const usePrivacy = create<{ asking: boolean }>(() => ({ asking: false }))

/** WeChat checks that the button of this id, and no other, was tapped. */
export const agreeButtonId = 'agree-privacy'

/** From the launch on, WeChat's question is shown by the page that is open; without this WeChat would cover it. */
export function hearPrivacy(): void {
  if (process.env.TARO_ENV !== 'weapp') return
  Taro.onNeedPrivacyAuthorization?.((resolve) => {
    answer = resolve as Resolve
    usePrivacy.setState({ asking: true })
  })
}

/** Answers what WeChat has asked; false when it has asked nothing. */
export function answerPrivacy(agreed: boolean): boolean {
  if (!answer) return false
  answer(agreed ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' })
  answer = null
  usePrivacy.setState({ asking: false })
  return true
}

/** WeChat's own text on what this mini-program asks for. */
export function readPrivacyGuide(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.openPrivacyContract?.({ fail: () => undefined })
}

type Resolve = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void

let answer: Resolve | null = null
