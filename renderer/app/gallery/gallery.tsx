import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import type { ComponentType } from 'react'
import { Link, useRoute } from 'wouter'
import { listenToScans } from '../../lib/keyboard/scan.ts'
import { listenToKeys, useActiveShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { KeyStrip } from '../../ui/key-strip.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { ButtonsPart } from './buttons-part.tsx'
import { FieldsPart } from './fields-part.tsx'
import { FiguresPart } from './figures-part.tsx'
import styles from './gallery.module.css'
import { ListsPart } from './lists-part.tsx'
import { MediaPart } from './media-part.tsx'
import { OverlaysPart } from './overlays-part.tsx'
import { StatesPart } from './states-part.tsx'

const parts: Readonly<Record<string, { name: string; part: ComponentType }>> = {
  buttons: { name: 'Tombol dan tanda', part: ButtonsPart },
  fields: { name: 'Isian', part: FieldsPart },
  lists: { name: 'Daftar dan tabel', part: ListsPart },
  figures: { name: 'Angka dan diagram', part: FiguresPart },
  states: { name: 'Keadaan', part: StatesPart },
  media: { name: 'Berkas dan cetakan', part: MediaPart },
  overlays: { name: 'Jendela', part: OverlaysPart },
}

/** Every part of `ui/` in every state, for those who build screens and for the specs. No clerk gets here. */
export function Gallery() {
  const [, params] = useRoute<{ part?: string }>('/gallery/:part?')
  const chosen = params?.part ?? 'buttons'
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const hints = useActiveShortcuts()
  useEffect(() => {
    const stops = [listenToKeys(), listenToScans()]
    return () => stops.forEach((stop) => stop())
  }, [])
  const Shown = parts[chosen]?.part ?? ButtonsPart
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label="Bagian">
        {Object.entries(parts).map(([key, { name }]) => (
          <Link key={key} href={`/gallery/${key}`} aria-current={key === chosen ? 'page' : undefined}>
            {name}
          </Link>
        ))}
        <Segmented
          label="Tampilan"
          dense
          tabs={[
            { key: 'auto', name: 'Sistem' },
            { key: 'light', name: 'Terang' },
            { key: 'dark', name: 'Gelap' },
          ]}
          current={colorScheme}
          onChange={(key) => setColorScheme(key === 'light' || key === 'dark' ? key : 'auto')}
        />
      </nav>
      <main className={styles.content}>
        <h1 className="visually-hidden">{parts[chosen]?.name ?? ''}</h1>
        <div className={styles.items}>
          <Shown />
        </div>
        <KeyStrip hints={hints} end="Galeri" />
      </main>
    </div>
  )
}
