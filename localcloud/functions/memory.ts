import { readFileSync } from 'node:fs'

/** What a bare Node process takes (42 MB) and what its runtime may add; the limit of a function comes on top. */
export const RUNTIME_MB = 64

/** The most memory that a process has ever had resident, in MB, buffers outside the heap included; null where the machine does not tell. */
export function peakMemoryMb(pid: number): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return peak ? Number(peak[1]) / 1024 : null
  } catch {
    return null
  }
}
