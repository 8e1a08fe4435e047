const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Titles before a name, in small letters without points: degrees, professions, pilgrimage. */
const before = words(
  'dr drg drh prof ir h hj hji haji hajjah drs dra ns ners bdn bd apt kh ust ustadz ustadzah r.ns ftr psi dokter bidan apoteker tn ny sdr sdri bapak ibu',
)

/** Degrees behind a name that are often written without a comma, in small letters without points. */
const behind = words(
  `skep ners ns skm skg sked sfarm apt amk amkeb amkg amd amdkeb amdkep amdkes amdfarm amdro amdak amdrad amdgz amdft amdot amdtw
   amdop amdkl amdpk amdrmik spd sst ssit str strkeb strkep strkes strgz strft strak strrad strrmik sgz sft sftr spsi skeb ssi
   sh se st sag ssos sip skom ssn spt sip sei spdi shut stp mkes msi msc mkep mkeb mph mars mkm mm mh mpd mfarm mbiomed mgizi
   mpsi mked mmed mmrs mhkes map mag mt mkom phd dds md
   spa spb spog sppd spm sptht spkk spdve spjp spp spn spkj sprad span spu spbs spot spbp spbtkv spok spkfr spfk spmk sppk sppa
   spf spgk spem spkg spkga spbm spbmm sport spperio sppros spprost spkkg spkedjiwa sptkl finasim fics facs fisqua facc fiha
   finacs cht cwcc`,
)

/** Without points, dashes and brackets, in small letters: `Sp.PD-KGEH` gives `sppdkgeh`. */
export const bareTitle = (token: string): string => token.toLowerCase().replace(/[^a-z]/g, '')

/** Whether a word in front of a name is a title: `dr.`, `Hj`, `Prof.`. A single letter counts with or without its point. */
export const isTitleBefore = (token: string): boolean => before.has(bareTitle(token))

/**
 * Whether a word behind a name is a title although no comma parts it. Two letters need a point or capitals, for `Se` and
 * `St` begin names too; a specialist's degree may carry its branch (`Sp.PD-KGEH`).
 */
export function isTitleBehind(token: string): boolean {
  const bare = bareTitle(token)
  const known =
    behind.has(bare) ||
    /^(sp|subsp)\.\S/i.test(token) ||
    /^(Sp|Subsp)[A-Z]/.test(token) ||
    /^\(K\)/i.test(token)
  if (!known) return false
  return bare.length > 2 || token.includes('.')
}
