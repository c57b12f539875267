import { View } from '@tarojs/components'
export default function TabBar() {
  return <View />
}
