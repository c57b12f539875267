import { learn } from '@/kit/i18n'
import { drawsEn } from './draws-en'
import { drawsZh } from './draws-zh-CN'

// Imported by every page of draws, which most phones seldom open.
learn({ 'zh-CN': drawsZh, en: drawsEn })
