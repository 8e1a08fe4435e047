import type { User } from '#ports/records.ts'
import type { Draft } from '#ports/house-stores.ts'
import type { DraftRow, UserRow } from '../rows/user-rows.ts'
import { flagOf, jsonOf, textsOf } from './reading.ts'

/** The form under which a username is unique. */
export const usernameKey = (username: string): string => username.trim().toLowerCase()

export const toUserRow = (user: User): UserRow => ({
  id: user.id,
  username: user.username,
  username_key: usernameKey(user.username),
  name: user.name,
  password_hash: user.passwordHash,
  roles: jsonOf(user.roles, 'roles'),
  counter: user.counter,
  active: flagOf(user.active),
  created_at: user.createdAt,
})

export const fromUserRow = (row: UserRow): User => ({
  id: row.id,
  username: row.username,
  name: row.name,
  passwordHash: row.password_hash,
  roles: textsOf(row.roles, 'roles'),
  counter: row.counter,
  active: row.active === 1,
  createdAt: row.created_at as User['createdAt'],
})

export const toDraftRow = (draft: Draft): DraftRow => ({
  id: draft.id,
  user_id: draft.userId,
  kind: draft.kind,
  title: draft.title,
  data: jsonOf(draft.data, 'draft'),
  updated_at: draft.updatedAt,
})

export const fromDraftRow = (row: DraftRow): Draft => ({
  id: row.id,
  userId: row.user_id,
  kind: row.kind,
  title: row.title,
  data: JSON.parse(row.data) as unknown,
  updatedAt: row.updated_at as Draft['updatedAt'],
})
