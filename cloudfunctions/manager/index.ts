import { serve } from '../_runtime/serve'
import { wxEffects } from '../_runtime/wx'
import { managersDoor } from './door'

export const main = serve(managersDoor, wxEffects())
