import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOfFile } from '../../lib/upload.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ImageView } from '../../ui/image-view.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import styles from './dispatch.module.css'

/** The signed slip, as it was scanned. */
export function SlipView({ sha256, number }: { sha256: string; number: string }) {
  const [opened, setOpened] = useState(false)
  const url = addressOfFile(sha256)
  const type = useQuery({
    queryKey: ['slip', sha256],
    enabled: opened,
    queryFn: async () => (await fetch(url)).headers.get('content-type') ?? '',
  })
  return (
    <>
      <Button size="row" onPress={() => setOpened(true)}>
        {words.slipKept}
      </Button>
      {opened && (
        <Drawer opened title={words.slipOf(number)} width={620} onClose={() => setOpened(false)}>
          <div className={styles.slip}>
            {type.data === undefined ? (
              <SkeletonRows rows={6} widths={[400]} />
            ) : type.data === 'application/pdf' ? (
              <LazyPdfView url={url} title={words.slipOf(number)} />
            ) : (
              <ImageView url={url} name={words.slipOf(number)} />
            )}
          </div>
        </Drawer>
      )}
    </>
  )
}
