import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** A kind of order lines that alone should earn is none of those that earn nothing. */
export function earningScope({ earning }: Programme): Fault[] {
  const only = earning?.only?.kinds ?? []
  return (earning?.nothingFor ?? []).flatMap((kind, index) => {
    if (!only.includes(kind)) return []
    const path = pathText(['earning', 'nothingFor', index])
    return [
      { path, zh: `只有「${kind}」等种类积分，又说它不积分`, en: `${kind} is to earn alone and is to earn nothing` },
    ]
  })
}
