import type { PermitCategory } from '#domain/permit-type.ts'

/** Words of a list of permit types, wherever one is chosen. */
export const permitTypeWords = {
  categories: {
    SIP: 'Izin praktik',
    SIK: 'Izin kerja',
    REG: 'Surat terdaftar',
    OPR: 'Izin operasional dan pekerjaan',
    CERT: 'Sertifikat laik higiene sanitasi',
    REV: 'Pencabutan izin',
  } satisfies Readonly<Record<PermitCategory, string>>,
  filedThrough: { 'mpp-digital': 'lewat MPP Digital', oss: 'lewat OSS' },
} as const
