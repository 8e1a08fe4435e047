import type { ApplicationState } from '#domain/application-state.ts'
import { actOnComplaint, complaintDueOn, type Complaint, type ComplaintAction } from '#domain/complaint.ts'
import type { Instant } from '#domain/instant.ts'
import { scopeKey } from '#domain/number-pattern.ts'
import { numberText } from '#domain/number-start.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { getSeries } from '#domain/profile.ts'
import type { User } from '#ports/records.ts'
import type { Stores } from '#ports/stores.ts'
import type { Office } from '#services/office.ts'
import { offersOn } from '#services/offers.ts'
import { after, dayAndShare, sampleCalendar } from './office-time.ts'
import { createRandom } from './random.ts'
import { sampleIds } from './sample-ids.ts'
import { familyNames, womensNames } from './words.ts'

interface ComplaintsPast {
  readonly office: Office
  readonly stores: Stores
  readonly users: readonly User[]
  /** The dossiers of the sample, the earliest first. */
  readonly dossiers: readonly ApplicationState[]
  readonly now: Instant
  readonly seed: number
}

interface Told {
  readonly daysAgo: number
  readonly topic: string
  readonly text: string
  /** What was done, each so many working days behind the one before. */
  readonly acts: readonly (readonly [ComplaintAction, number, string])[]
  readonly unnamed?: true
  /** true: about one of the dossiers. */
  readonly dossier?: true
}

const usual = (answer: string, days = 3): Told['acts'] => [
  ['acknowledged', 0, ''],
  ['forwarded', 1, 'Mohon ditindaklanjuti.'],
  ['answered', days, answer],
  ['closed', 1, ''],
]

/** A dozen of complaints over the year; one lies beyond its day, and today's is new. */
const told: readonly Told[] = [
  {
    daysAgo: 228,
    topic: 'waktu',
    dossier: true,
    text: 'Izin sudah lewat dari tanggal yang dijanjikan.',
    acts: usual('Izin selesai dan dapat diambil hari ini; mohon maaf atas keterlambatannya.'),
  },
  {
    daysAgo: 204,
    topic: 'sarana',
    unnamed: true,
    text: 'Pendingin ruang tunggu mati.',
    acts: [
      ['forwarded', 1, ''],
      ['answered', 6, 'Pendingin ruang tunggu sudah diperbaiki.'],
      ['closed', 0, ''],
    ],
  },
  {
    daysAgo: 171,
    topic: 'informasi',
    text: 'Daftar persyaratan di situs web berbeda dengan yang diminta di loket.',
    acts: usual('Daftar di situs web sudah disamakan dengan standar pelayanan.', 5),
  },
  {
    daysAgo: 149,
    topic: 'hasil',
    dossier: true,
    text: 'Nama tempat praktik pada izin salah ketik.',
    acts: usual('Izin diganti dengan yang benar tanpa biaya; silakan dibawa yang lama.', 1),
  },
  {
    daysAgo: 121,
    topic: 'petugas',
    unnamed: true,
    text: 'Petugas tidak ada di loket pada jam istirahat yang sudah selesai.',
    acts: [
      ['forwarded', 2, 'Mohon diperiksa daftar jaganya.'],
      ['answered', 4, 'Daftar jaga loket diubah sehingga selalu ada petugas.'],
      ['closed', 1, ''],
    ],
  },
  {
    daysAgo: 98,
    topic: 'pungutan',
    text: 'Ada orang di luar kantor yang menawarkan jasa pengurusan.',
    acts: usual('Semua izin tidak dipungut biaya; pengumuman dipasang dan petugas keamanan diberi tahu.', 6),
  },
  {
    daysAgo: 76,
    topic: 'syarat',
    dossier: true,
    text: 'Diminta surat keterangan sehat dua kali.',
    acts: usual('Surat yang pertama sudah ditemukan di berkas; tidak perlu diganti.', 2),
  },
  {
    daysAgo: 55,
    topic: 'lainnya',
    text: 'Salah alamat: tentang izin mendirikan bangunan.',
    acts: [['closed', 1, 'Bukan urusan kantor ini; pengadu sudah diarahkan.']],
  },
  {
    daysAgo: 37,
    topic: 'waktu',
    dossier: true,
    text: 'Berkas lama menunggu pemeriksaan Dinas Kesehatan.',
    acts: usual('Pemeriksaan selesai; izin menunggu tanda tangan.', 12),
  },
  {
    daysAgo: 17,
    topic: 'waktu',
    dossier: true,
    text: 'Sudah ditanyakan dua kali, belum ada kabar kapan izin selesai.',
    acts: [
      ['acknowledged', 0, ''],
      ['forwarded', 1, 'Mohon jawaban kepada pengadu.'],
    ],
  },
  {
    daysAgo: 6,
    topic: 'informasi',
    text: 'Nomor telepon pada tanda terima tidak dapat dihubungi.',
    acts: [
      ['acknowledged', 0, ''],
      ['forwarded', 1, ''],
      ['answered', 2, 'Nomor pada tanda terima sudah diperbaiki.'],
    ],
  },
  {
    daysAgo: 3,
    topic: 'syarat',
    dossier: true,
    text: 'Diminta STR asli, padahal STR sudah elektronik.',
    acts: [['acknowledged', 0, '']],
  },
  {
    daysAgo: 0,
    topic: 'sarana',
    unnamed: true,
    text: 'Kursi ruang tunggu kurang pada hari Senin.',
    acts: [],
  },
]

const questions = [
  'Masa berlaku STR seumur hidup',
  'Syarat perpanjangan',
  'Praktik di tempat ketiga',
  'Bukti kecukupan SKP',
  'Cara mengunggah berkas',
  'Jam layanan hari Jumat',
  null,
]

/** Working days of which consultations are kept. */
const consultedDays = 60

/** What people complained of over the year, and what they asked in the last weeks. The number of each is the next one. */
export async function bringComplaints(past: ComplaintsPast): Promise<void> {
  const { office, stores, now, seed } = past
  const { profile } = office
  const calendar = sampleCalendar(profile.calendar, now)
  const random = createRandom(seed + 23)
  const ids = sampleIds(random, () => now)
  const series = getSeries(profile, profile.complaints.series)
  const serials = new Map<string, number>()
  const clerks = past.users.filter(({ counter }) => counter !== null)
  const clerk = clerks[0] ?? past.users[0]
  if (!clerk) return
  const by = { by: clerk.name, userId: clerk.id }
  const complaints = told.map((one, index): Complaint => {
    const at = dayAndShare(calendar, now, { daysAgo: one.daysAgo, share: random.between(10, 60) / 100 })
    const day = officeDateOf(at, profile.timeZone)
    const scope = scopeKey(series.scope, day, '')
    const serial = (serials.get(scope) ?? 0) + 1
    serials.set(scope, serial)
    const { channels } = profile.complaints
    const dossier =
      one.dossier === true ? past.dossiers.findLast(({ submittedAt }) => submittedAt < at) : undefined
    const name = `${random.pick(womensNames)} ${random.pick(familyNames)}`
    let complaint: Complaint = {
      id: ids.uuid(),
      number: { series: series.code, scope, serial, text: numberText({ series, typeCode: '' }, day, serial) },
      channel: channels[index % channels.length]?.kind ?? 'counter',
      complainant: one.unnamed ? null : { name, contact: `0812-5509-${String(4100 + index)}` },
      topic: profile.complaints.topics.some(({ code }) => code === one.topic)
        ? one.topic
        : (profile.complaints.topics[0]?.code ?? ''),
      text: one.text,
      dossier: dossier
        ? { applicationId: dossier.id, registrationNumber: dossier.registrationNumber.text }
        : null,
      receivedOn: day,
      dueOn: complaintDueOn(profile.complaints, profile.calendar, day),
      enteredAt: at,
      enteredBy: clerk.name,
      acts: [],
    }
    let moment = at
    for (const [action, days, text] of one.acts) {
      moment = after(calendar, moment, days * 420 + random.between(12, 50))
      if (moment > now) break
      const via = action === 'forwarded' ? random.pick(profile.complaints.units) : 'Telepon'
      const order = { actId: ids.uuid(), after: complaint.acts.length, action, text, via }
      const acted = actOnComplaint(complaint, order, by, moment)
      if (!acted.ok) throw new Error(`complaint ${complaint.number.text}: ${acted.refusal.code}`)
      complaint = acted.value
    }
    return complaint
  })
  await stores.numbers.bringIn(
    complaints.map(({ id, number, dossier, enteredAt }) => ({
      number,
      document: 'complaint-slip' as const,
      applicationId: dossier?.applicationId ?? id,
      subjectId: id,
      takenAt: enteredAt,
    })),
  )
  for (const complaint of complaints) await stores.complaints.add(complaint)
  const offers = offersOn(office, officeDateOf(now, profile.timeZone))
  for (let daysAgo = consultedDays; daysAgo >= 0; daysAgo -= 1)
    for (let left = random.between(0, 2); left > 0; left -= 1) {
      const { type, kinds } = random.pick(offers)
      const [first] = kinds
      await stores.consultations.add({
        id: ids.uuid(),
        permitTypeCode: type.code,
        kind: first?.kind ?? 'new',
        channel: random.chance(0.3) ? 'phone' : 'counter',
        question: random.pick(questions),
        at: dayAndShare(calendar, now, { daysAgo, share: random.between(5, 95) / 100 }),
        by: clerk.name,
        station: clerk.counter ?? '',
      })
    }
}
