import { readContainer as read, signPdf as sign } from './sign-pdf.ts'
import { listSignatures as list, verifyPdf as verify } from './verify-pdf.ts'
import type { SigningThreads } from './signing-tools.ts'

/** One entry for a pool of workers: plain input in, plain values out. The passphrase lives as long as its task. */
export const signPdf: SigningThreads['signPdf'] = (task) => sign(task)
export const readContainer: SigningThreads['readContainer'] = (task) => Promise.resolve(read(task))
export const verifyPdf: SigningThreads['verifyPdf'] = ({ signed, original }) =>
  Promise.resolve(verify(signed, original))
export const listSignatures: SigningThreads['listSignatures'] = (signed) => Promise.resolve(list(signed))

/** Signs in the calling thread: for tests and commands without a window. */
export const directSigningThreads: SigningThreads = { signPdf, readContainer, verifyPdf, listSignatures }
