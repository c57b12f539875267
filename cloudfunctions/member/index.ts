import { mail } from '../_runtime/mail'
import { serve } from '../_runtime/serve'
import { wxEffects } from '../_runtime/wx'
import { wxTexts } from '../_runtime/wx-texts'
import { membersDoor } from './door'

export const main = serve(membersDoor, wxEffects(undefined, { sendText: wxTexts('codes'), sendMail: mail() }))
