import { learn } from '@/kit/i18n'
import { staffEn } from './staff-en'
import { staffZh } from './staff-zh-CN'

// Imported by every page of the till: members' phones do not load what only staff reads.
learn({ 'zh-CN': staffZh, en: staffEn })
