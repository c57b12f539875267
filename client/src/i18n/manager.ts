import { learn } from '@/kit/i18n'
import { managerEn } from './manager-en'
import { managerZh } from './manager-zh-CN'

// Imported by the manager's pages alone: nobody else loads what only they say.
learn({ 'zh-CN': managerZh, en: managerEn })
