import type { CodePage } from '#domain/documents/strip.ts'

const LATIN_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
const LATIN_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const latin1252 = (): string => {
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => i + 128)
  return new TextDecoder('windows-1252').decode(bytes)
}

/** The upper half of each code page, from byte 0x80 on. */
export const UPPER_HALF: Record<CodePage, readonly string[]> = {
  PC437_USA: [...LATIN_437],
  PC850_MULTILINGUAL: [...LATIN_850],
  PC858_EURO: [...LATIN_850.replace('ı', '€')],
  WPC1252: [...latin1252()],
  ASCII: [],
}

/** Number of the code page in ESC t. */
export const CODE_PAGE_NUMBER: Record<CodePage, number> = {
  PC437_USA: 0,
  PC850_MULTILINGUAL: 2,
  PC858_EURO: 19,
  WPC1252: 16,
  ASCII: 0,
}

/** Exchanges what the printer cannot show for "?", so that the gap is seen and nothing moves. */
export function visibleOn(text: string, codePage: CodePage): string {
  const known = UPPER_HALF[codePage]
  let result = ''
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0
    const isAscii = code >= 0x20 && code < 0x7f
    result += isAscii || (code >= 0xa0 && known.includes(character)) ? character : '?'
  }
  return result
}
