import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { Canvas, Image, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { useTranslate } from '@/kit/i18n'
import { canvasId, drawOnPage, type Drawn, type Poster } from './posterCanvas'

type Problem = 'denied' | 'failed'

/** The poster as it will be saved, and the one thing to do with it. */
export function PosterSheet({ poster, onClose }: { poster: Poster; onClose: () => void }) {
  const t = useTranslate()
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saving, setSaving] = useState(false)
  useEffect(() => {
    // A canvas that cannot be had and one that cannot draw are the same to whoever waits for the picture.
    void drawOnPage(poster)
      .catch(() => null)
      .then((done) => (done ? setDrawn(done) : setProblem('failed')))
  }, [poster])
  const save = async () => {
    if (!drawn) return
    setSaving(true)
    const outcome = await drawn.save()
    setSaving(false)
    setProblem(outcome === 'saved' ? null : outcome)
    if (outcome === 'saved') toast(t('poster.saved'))
  }
  return (
    <Sheet title={t('poster.title')} locked={saving} onClose={onClose}>
      <Region role="img" label={t('poster.label', { shop: poster.words.shop })} className="poster">
        {process.env.TARO_ENV === 'h5' ? (
          drawn?.address ? (
            <Image id="poster-picture" className="poster__picture" src={drawn.address} />
          ) : (
            <Skeleton className="poster__picture" />
          )
        ) : (
          <Canvas id={canvasId} canvasId={canvasId} type="2d" className="poster__picture" />
        )}
      </Region>
      {problem && (
        <Notice
          kind="danger"
          text={t(`poster.${problem}`)}
          {...(problem === 'denied'
            ? { action: { id: 'poster-settings', label: t('poster.settings'), onPress: () => void Taro.openSetting() } }
            : {})}
        />
      )}
      <Button
        id="poster-save"
        size={52}
        label={t('poster.save')}
        busyLabel={t('poster.saving')}
        busy={saving}
        disabled={!drawn}
        className="poster__save"
        onPress={() => void save()}
      />
      <View className="cap c-ink-3 poster__note">{t('poster.note')}</View>
    </Sheet>
  )
}
