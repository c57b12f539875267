import { learn } from '@/kit/i18n'
import { followUpsEn } from './follow-ups-en'
import { followUpsZh } from './follow-ups-zh-CN'

// Imported by the pages of staff and managers that show follow-ups: nobody else loads what only they read.
learn({ 'zh-CN': followUpsZh, en: followUpsEn })
