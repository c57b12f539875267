import { learn } from '@/kit/i18n'
import { sendingEn } from './sending-en'
import { sendingZh } from './sending-zh-CN'

// Imported by the manager's page of messages alone: nobody else loads what only it says.
learn({ 'zh-CN': sendingZh, en: sendingEn })
