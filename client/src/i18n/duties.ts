import { learn } from '@/kit/i18n'
import { dutiesEn } from './duties-en'
import { dutiesZh } from './duties-zh-CN'

// Imported by the pages of staff and managers that use them: members' phones load none of it.
learn({ 'zh-CN': dutiesZh, en: dutiesEn })
