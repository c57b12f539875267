import { serve } from '../_runtime/serve'
import { wxEffects } from '../_runtime/wx'
import { membersDoor } from './door'

export const main = serve(membersDoor, wxEffects())
