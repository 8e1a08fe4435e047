const statuses: Readonly<Record<string, string>> = {
  draft: 'draf, belum dikirim',
  submitted: 'dikirim, menunggu diperiksa',
  'in-process': 'sedang diproses',
  returned: 'dikembalikan kepada pemohon',
  refused: 'ditolak',
  issued: 'terbit',
  'handed-over': 'sudah diserahkan',
  withdrawn: 'ditarik',
}

const permitStatuses: Readonly<Record<string, string>> = {
  active: 'Izin ini berlaku',
  expired: 'Izin ini sudah habis masa berlakunya',
  revoked: 'Izin ini dicabut',
  renewed: 'Izin ini sudah diperpanjang dengan izin lain',
  replaced: 'Izin ini sudah diganti',
  void: 'Izin ini batal',
}

export const statusWords = (status: string): string => statuses[status] ?? status
export const permitStatusWords = (status: string): string => permitStatuses[status] ?? status
