import { servePos } from '../_runtime/pos-door'
import { wxEffects } from '../_runtime/wx'
import { tillsDoor } from './door'

export const main = servePos(tillsDoor, wxEffects())
