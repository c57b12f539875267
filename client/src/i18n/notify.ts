import { learn } from '@/kit/i18n'
import { notifyEn } from './notify-en'
import { notifyZh } from './notify-zh-CN'

// Imported by the page of message settings alone: nobody else loads what only it says.
learn({ 'zh-CN': notifyZh, en: notifyEn })
