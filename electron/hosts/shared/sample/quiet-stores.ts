import type { Stores } from '#ports/stores.ts'

/** For what no use case of a made-up past asks. */
export const unused = (): never => {
  throw new Error('the sample office does not use this')
}

/** The stores that stay empty while a past is made up: what is asked of them has nothing in it, or is a fault. */
export const quietStores = {
  outbox: { add: () => Promise.resolve(), listWaiting: unused, takeUp: unused },
  // A made-up past is not told to the portal: its dossiers go there with their first change.
  portal: {
    addCalls: unused,
    findCall: unused,
    finishCalls: unused,
    listNextCalls: unused,
    saveCall: unused,
    listCallsIn: unused,
    listToldSeqs: unused,
    listCallsNeeding: unused,
    hurry: unused,
    addFile: unused,
    savePages: () => Promise.resolve(),
    listPages: () => Promise.resolve([]),
    listPageSources: () => Promise.resolve([]),
    addFiles: unused,
    reviveFiles: unused,
    findFile: unused,
    saveFile: unused,
    findKnown: unused,
    listKnown: unused,
    listKnownOf: unused,
    saveKnown: unused,
    learnAll: unused,
    forgetKnown: unused,
    addConflict: unused,
    findConflict: unused,
    listOpenConflicts: unused,
    listOpenConflictsOf: unused,
    saveConflict: unused,
    addArrival: unused,
    findArrival: unused,
    listOpenArrivals: unused,
    saveArrival: unused,
    saveRun: unused,
    holdLane: unused,
    leaveLane: unused,
  },
  deputyships: { find: unused, listWith: unused, add: unused, end: unused },
  drafts: { find: unused, save: unused, discard: unused },
  referrals: { add: unused },
  consultations: { add: unused },
  complaints: { find: unused, add: unused, act: unused },
  surveys: { findOf: unused, find: unused, invite: unused, end: unused, answer: unused },
  // Sheets of the past are put on the card when they are saved.
  blanks: {
    add: unused,
    find: unused,
    findOfJob: unused,
    listOfJobs: () => Promise.resolve([]),
    save: unused,
    receive: unused,
    listStacks: unused,
    lastUsed: unused,
    holderOf: unused,
    bringIn: unused,
  },
  calendar: { list: unused, add: unused },
  reportSchedules: {
    find: unused,
    put: unused,
    remove: unused,
    findRun: unused,
    addRun: unused,
    updateRun: unused,
  },
  closings: {
    last: unused,
    find: unused,
    latestOf: unused,
    printsOf: unused,
    listEvents: unused,
    add: unused,
  },
  // Nobody else is at work while the sample is made: there is nobody to wait for.
  contents: { rest: () => Promise.resolve(), eraseAlone: () => Promise.resolve() },
  news: { tell: unused },
} satisfies Partial<Stores>
