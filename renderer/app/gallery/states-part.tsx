import { useState } from 'react'
import { Banner, OfflineBanner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './gallery.module.css'

export function StatesPart() {
  const [tries, setTries] = useState(0)
  const nothing = () => undefined
  return (
    <>
      <OfflineBanner
        title="Portal tidak tersambung sejak 09.12."
        actions={
          <>
            <Button onPress={nothing}>Lihat 7</Button>
            <Button onPress={nothing}>Coba sekarang</Button>
          </>
        }
      >
        Loket tetap melayani; 7 catatan terkirim sendiri setelah tersambung.
      </OfflineBanner>
      <Banner
        tone="amber"
        framed
        title="Belum pasti tercetak: 503/0286/DPMTK-PTSP/2026, Ns. Tiara Sekura."
        actions={<TextField label="Pindai QR lembar ini" value="" onChange={nothing} scan />}
      >
        Sambungan ke Laser A4 terputus pukul 10.16 setelah lembar dikirim. Lihat di baki printer.
      </Banner>
      <Banner tone="red" framed title="Surat gagal dibuat.">
        Data permohonan aman.
      </Banner>
      <Banner tone="violet" framed title="Jam berhenti.">
        Menunggu perbaikan pemohon sejak 17 November.
      </Banner>
      <p role="status">Dicoba {tries} kali</p>
      <div className={styles.columns}>
        <div className={styles.box}>
          <EmptyState
            title="Belum ada izin yang siap diambil"
            actions={
              <>
                <Button onPress={nothing}>Lihat Pencetakan</Button>
                <Button rank="tertiary" onPress={nothing}>
                  Cari izin yang sudah diserahkan
                </Button>
              </>
            }
          >
            Izin muncul di sini setelah tercetak dan ditandatangani. Sekarang 5 lembar siap dicetak dan 1
            belum pasti tercetak.
          </EmptyState>
        </div>
        <div className={styles.box}>
          <FailedState
            title="Daftar siap diambil gagal dibuka"
            reference={{ code: 'GL-7K2M-9TXB', moment: '19 November 2026 pukul 10.24.07 WIB' }}
            onRetry={() => setTries(tries + 1)}
            otherAction={<Button onPress={nothing}>Buka Beranda</Button>}
            after="Pindai dan cari di sebelah kanan tetap dapat dipakai."
          >
            Tidak ada data yang hilang; hanya daftar ini yang tidak terbaca. Tekan Coba lagi. Bila masih
            gagal, sampaikan kode rujukan kepada administrator.
          </FailedState>
        </div>
        <div className={styles.box}>
          <SkeletonRows rows={6} widths={[90, 200, 60, 120]} progress="Memuat 1.200 dari 4.800" />
        </div>
      </div>
    </>
  )
}
