import { zh, type Sentences } from '@/i18n/zh-CN'
import { en } from '@/i18n/en'
import { useSettings, type Language } from './settings'

type Key = keyof Sentences

/** Names in braces of a sentence: `再得 {n} 积分升级{t}` needs n and t, or it does not compile. */
type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never
type Fillings<K extends Key> = [Blanks<Sentences[K]>] extends [never]
  ? []
  : [fillings: { [Name in Blanks<Sentences[K]>]: string | number }]

export type Translate = <K extends Key>(key: K, ...fillings: Fillings<K>) => string

/** The sentences of the member's language. */
export function useTranslate(): Translate {
  return translator(useSettings((settings) => settings.language))
}

export function useLanguage(): Language {
  return useSettings((settings) => settings.language)
}

export function translator(language: Language): Translate {
  return language === 'en' ? english : chinese
}

/** Adds the sentences of a sub-package, before its pages say any. */
export function learn(sentences: { [L in Language]: { [key: string]: string } }): void {
  Object.assign(known['zh-CN'], sentences['zh-CN'])
  Object.assign(known.en, sentences.en)
}

/** The right half of a name that the merchant gave in both languages. */
export function inLanguage(name: { zh: string; en: string }, language: Language): string {
  return language === 'en' ? name.en : name.zh
}

const known: { [L in Language]: { [key: string]: string } } = { 'zh-CN': { ...zh }, en: { ...en } }
const chinese: Translate = (key, ...fillings) => fill(known['zh-CN'][key], fillings[0])
const english: Translate = (key, ...fillings) => fill(known.en[key], fillings[0])

function fill(sentence = '', fillings: { [name: string]: string | number } = {}): string {
  return sentence.replace(/([\u4e00-\u9fff]?)\{(\w+)\}/g, (_, before: string, name: string) => {
    const text = String(fillings[name] ?? '')
    // What is named may begin with a figure or with a word; in Chinese a space stands between a word and a figure alone.
    const isApart = name === 'what' && before !== '' && /^[\d¥]/.test(text)
    return `${before}${isApart ? ' ' : ''}${text}`
  })
}
