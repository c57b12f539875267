import { Text } from '@tarojs/components'

/** A sentence whose figures, marked `<b>…</b>` by the language files, stand out. */
export function Rich({ text, className = '' }: { text: string; className?: string }) {
  return (
    <Text className={className}>
      {text.split(/<b>|<\/b>/).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <Text key={index} className="num w700">
            {part}
          </Text>
        ),
      )}
    </Text>
  )
}

/** The same sentence as plain words, for reading aloud. */
export function plain(text: string): string {
  return text.replace(/<\/?b>/g, '')
}
