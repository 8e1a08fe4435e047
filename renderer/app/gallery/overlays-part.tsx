import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CameraCapture } from '../../ui/camera-capture.tsx'
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx'
import { Drawer, SidePane } from '../../ui/drawer.tsx'
import { KeyList } from '../../ui/key-strip.tsx'
import { PhotoCropper } from '../../ui/photo-cropper.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './gallery.module.css'
import { Item } from './item.tsx'
import cardUrl from './sample-card.svg?url'

export function OverlaysPart() {
  const [opened, setOpened] = useState<string>()
  const [reason, setReason] = useState('')
  const [done, setDone] = useState('belum ada')
  const close = () => setOpened(undefined)
  return (
    <>
      <p role="status">Selesai: {done}</p>
      <Item name="Overlays">
        <Button onPress={() => setOpened('drawer')}>Buka rincian</Button>
        <Button rank="destructive" onPress={() => setOpened('confirm')}>
          Tolak permohonan
        </Button>
        <Button onPress={() => setOpened('crop')}>Potong foto</Button>
        <Button onPress={() => setOpened('camera')}>Kamera</Button>
        <Button onPress={() => setOpened('keys')}>Tombol pintas</Button>
        <Button
          onPress={() => showToast('Tanda terima dikirim ke printer lain.', () => setDone('diurungkan'))}
        >
          Tampilkan kabar
        </Button>
      </Item>
      <div className={styles.box}>
        <SidePane
          title="SIPD terbit, 19 November 2026"
          onClose={() => setDone('pane ditutup')}
          foot="Berkas 1 sampai 3 dari 3"
        >
          <p className={styles.content}>3 berkas, sama dengan angka di tabel</p>
        </SidePane>
      </div>
      <Drawer
        opened={opened === 'drawer'}
        title="SIPD terbit, 19 November 2026"
        onClose={close}
        foot="Berkas 1 sampai 3 dari 3"
      >
        <p className={styles.content}>3 berkas, sama dengan angka di tabel</p>
      </Drawer>
      <ConfirmDialog
        opened={opened === 'confirm'}
        title="Tolak permohonan"
        sentence="Permohonan SIPD atas nama dr. Kinanti Sebangki ditolak dan surat penolakannya masuk ke Pencetakan."
        action="Tolak permohonan"
        destructive
        onClose={close}
        onConfirm={() => {
          setDone('ditolak')
          close()
        }}
        reason={reason === '' ? 'Tulis alasan dahulu.' : undefined}
      >
        <TextAreaField label="Alasan" value={reason} onChange={setReason} />
      </ConfirmDialog>
      <Dialog opened={opened === 'crop'} title="Potong foto 4×6" onClose={close} width={560}>
        <PhotoCropper
          url={cardUrl}
          onCancel={close}
          onDone={(photo) => {
            setDone(`foto ${photo.type}`)
            close()
          }}
        />
      </Dialog>
      <Dialog opened={opened === 'camera'} title="Kamera" onClose={close} width={560}>
        <CameraCapture onCancel={close} onPicture={(picture) => setDone(`gambar ${picture.type}`)} />
      </Dialog>
      <KeyList
        opened={opened === 'keys'}
        onClose={close}
        hints={[
          { keys: 'F2', label: 'Terima permohonan' },
          { keys: ['ArrowUp', 'ArrowDown'], label: 'Pilih baris' },
        ]}
      />
    </>
  )
}
