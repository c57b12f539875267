/** The latest lines that the functions wrote, oldest first. */
export interface FunctionLog {
  add(name: string, line: string): void
  lines(): { function: string; line: string }[]
  clear(): void
}

const LINES_MAX = 5_000

export function functionLog(): FunctionLog {
  let lines: { function: string; line: string }[] = []
  return {
    add(name, line) {
      lines.push({ function: name, line })
      if (lines.length > LINES_MAX * 2) lines = lines.slice(-LINES_MAX)
    },
    lines: () => lines.slice(-LINES_MAX),
    clear: () => void (lines = []),
  }
}
