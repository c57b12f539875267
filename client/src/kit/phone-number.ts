import { phoneText } from '@shared/kit/fields'
import { translator } from './i18n'
import { currentLanguage } from './settings'

const digitsMax = 11

/** The digits of what was typed or pasted; blanks, dashes and the country code fall away. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '')
  const own = digits.length > digitsMax ? digits.replace(/^86/, '') : digits
  return own.slice(0, digitsMax)
}

export function isPhone(digits: string): boolean {
  return phoneText.safeParse(digits).success
}

/** What is wrong with a number, in words; null when nothing is. */
export function phoneFault(digits: string): string | null {
  const t = translator(currentLanguage())
  if (isPhone(digits)) return null
  if (digits === '') return t('phone.empty')
  return digits.length < digitsMax ? t('phone.short', { n: digitsMax - digits.length }) : t('phone.wrong')
}
