import { serve } from '../_runtime/serve'
import { wxEffects } from '../_runtime/wx'
import { tillDoor } from './door'

export const main = serve(tillDoor, wxEffects())
