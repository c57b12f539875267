import { textsPath } from '../platform/texts'

/** Who or what caused an invocation; the only identities that the platform knows. */
export type Caller =
  | { source: 'client'; openid: string | null; ip: string }
  | { source: 'function'; openid: string | null; chain: string }
  | { source: 'http' }
  | { source: 'timer' }
  | { source: 'platform' }

export type Environment = { envId: string; appId: string }

/** The constants of every function process: where the SDK finds the gateway, and credentials that nobody checks. */
export function processEnvironment(environment: Environment, gatewayUrl: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${gatewayUrl}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: environment.envId,
    TCB_ENV: environment.envId,
    // Where the SMS service is emulated, for a shop that has texts set up.
    CHANGLAI_TEXT_ENDPOINT: `${gatewayUrl}${textsPath}`,
    // Without it the SDK keeps a timer of three seconds for every database request.
    SILENCE: 'true',
  }
}

/** What the platform sets for one invocation; the SDK reads it at every request and in `getWXContext()`. */
export function invocationEnvironment(
  invocation: { id: string; caller: Caller },
  appId: string,
): Record<string, string> {
  return {
    TENCENTCLOUD_SESSIONTOKEN: invocation.id,
    SCF_REQUESTID: invocation.id,
    ...identityOf(invocation.caller, appId),
  }
}

/** Travels on when a function calls a function: the source grows by `scf`, the openid stays. */
export function chainOf(caller: Caller): string {
  if (caller.source === 'function') return `${caller.chain},scf`
  return caller.source === 'client' ? 'wx_client' : 'wx_unknown'
}

export function openidOf(caller: Caller): string | null {
  return caller.source === 'client' || caller.source === 'function' ? caller.openid : null
}

function identityOf(caller: Caller, appId: string): Record<string, string> {
  if (caller.source === 'timer')
    return { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger', ...wxContext({ WX_APPID: appId }) }
  if (caller.source === 'platform') return { TCB_SOURCE: 'wx_unknown', ...wxContext({ WX_APPID: appId }) }
  if (caller.source === 'http') return { TCB_SOURCE: 'wx_http' }
  const openid = caller.openid === null ? {} : { WX_OPENID: caller.openid, WX_UNIONID: `u${caller.openid}` }
  const ip = caller.source === 'client' ? { WX_CLIENTIP: caller.ip } : {}
  const source = caller.source === 'client' ? 'wx_client' : `${caller.chain},scf`
  return { TCB_SOURCE: source, ...wxContext({ ...openid, WX_APPID: appId, ...ip }) }
}

function wxContext(values: Record<string, string>): Record<string, string> {
  return { WX_CONTEXT_KEYS: Object.keys(values).join(','), ...values }
}
