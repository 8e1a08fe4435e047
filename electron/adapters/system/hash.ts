import { createHash } from 'node:crypto'
import type { HashText } from '#ports/hash.ts'

export const hashText: HashText = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
