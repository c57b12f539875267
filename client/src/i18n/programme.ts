import { learn } from '@/kit/i18n'
import { programmeEn } from './programme-en'
import { programmeZh } from './programme-zh-CN'

// Imported by the manager's pages of the programme alone: nobody else loads what only they say.
learn({ 'zh-CN': programmeZh, en: programmeEn })
