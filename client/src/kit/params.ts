import { useRouter } from '@tarojs/taro'

/** What the page was opened with, as `open` was told it: neither WeChat nor a browser's router undoes the encoding of an address. */
export function useParams(): { [name: string]: string | undefined } {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([name, text]) => [name, text && decoded(text)]))
}

/** Nothing that a page is opened with holds a percent sign of its own, so twice does no harm. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
