import { note } from './journal.ts'

let waiting: ((answer: { response: number }) => void)[] = []

/** A message box that stays until the test answers it, or the program withdraws it. */
export const openBoxes = (signal?: AbortSignal): Promise<{ response: number }> =>
  new Promise((resolve) => {
    waiting.push(resolve)
    signal?.addEventListener('abort', () => {
      note('message box withdrawn')
      waiting = waiting.filter((box) => box !== resolve)
      resolve({ response: 0 })
    })
  })

/** Answers the oldest open box with a button's number. */
export const answerBox = (response: number): void => waiting.shift()?.({ response })
