import { accepted, failed, type OpenApiAnswer, type OpenApiInput, type PlatformParts } from './services'

/** `riskControl.getUserRiskRank`: 0 unless the control interface says otherwise for that person; 4 is the worst. */
export function getUserRiskRank(parts: PlatformParts, input: OpenApiInput): OpenApiAnswer {
  const openid = String(input.openid ?? '')
  if (openid === '') return failed(40003, 'invalid openid')
  if (![0, 1].includes(Number(input.scene))) return failed(61010, 'invalid scene')
  // The misspelt field is the platform's.
  return accepted({ risk_rank: Number(parts.records.get('risk-ranks', openid) ?? 0), unoin_id: 0 })
}
