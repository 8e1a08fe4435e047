import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statusOf } from '#domain/application-state.ts'
import { erratumAtWork } from '#domain/erratum.ts'
import { numbersAfterSigning } from '#domain/product-sheet.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

/** Who asks, and whoever answers for the signature: where it is signed by hand, whoever oversees the office. */
const offices = [
  { profile: 'seruyan', type: 'SIPRO', method: 'wet' },
  { profile: 'tanjungpinang', type: 'SIPOP', method: 'electronic' },
] as const

describe.each(offices)(
  'a Ralat of $profile, signed $method, walked to its end',
  { timeout: 120_000 },
  ({ profile, type, method }) => {
    let at: OfficeAtWork
    beforeAll(async () => {
      at = await openOfficeAtWork(profile)
    }, 120_000)
    afterAll(() => at.close())

    const answering = (): string => {
      const signs = at.profile.stageTable.stages.find((stage) =>
        stage.signs.some((one) => one.document === 'product' && one.method === 'electronic'),
      )
      const oversees = at.profile.roles.find(
        ({ code, permissions }) => permissions.includes('reports') && code !== 'front-office',
      )
      const role = signs?.role ?? oversees?.code
      if (!role) throw new Error(`nobody answers a Ralat in ${profile}`)
      return role
    }

    it('gives a new paper under the same number, signed anew, handed over once more; the old version stays', async () => {
      const id = await at.takeIn({ permitTypeCode: type })
      const first = await at.walk(id)
      expect(statusOf(first)).toBe('handed-over')
      const asked = await (
        await at.as('front-office')
      ).errata.ask.mutate({
        applicationId: id,
        erratumId: crypto.randomUUID(),
        reason: 'nama tempat praktik salah',
        sheetBack: true,
        statement: '',
      })
      expect(asked).toMatchObject({ ok: true })
      const erratumId = (await at.read(id)).errata?.[0]?.id ?? ''
      const answer = { applicationId: id, erratumId, approves: true, reason: '' }
      expect(await (await at.as(answering())).errata.answer.mutate(answer)).toMatchObject({ ok: true })

      const open = await at.read(id)
      expect(erratumAtWork(open)?.ordinal).toBe(1)
      // Where the number comes onto the signed sheet, it comes again: the same one.
      const late = numbersAfterSigning(at.profile.stageTable)
      expect(open.product).toMatchObject({ signature: null, number: late ? null : first.product?.number })
      const line = async () =>
        (await (await at.as('front-office')).dossiers.get.query({ id })).line.timeLeft.label
      expect(await line()).toBe('Ralat, hari ke-1')

      const second = await at.walk(id)
      expect(statusOf(second)).toBe('handed-over')
      expect(await line()).toBe('Selesai')
      expect(second.product).toMatchObject({
        number: first.product?.number,
        issuedOn: first.product?.issuedOn,
        signature: { method },
      })
      expect(second.product?.verificationCode).not.toBe(first.product?.verificationCode)
      expect(second.formerProducts.map((one) => one.id)).toEqual([first.product?.id])
      if (method === 'electronic')
        expect(second.product?.signature?.fileSha256).not.toBe(first.product?.signature?.fileSha256)
      const handed = (await at.history(id)).filter((one) => one.body.action === 'handed-over')
      expect(handed).toHaveLength(2)
      expect(await at.damages()).toEqual([])
    })
  },
)
