/**
 * The outcome of a rule or a use case: a value, or a refusal that a clerk can be told and act on.
 * Faults (bugs, broken machinery) are exceptions and never travel in here.
 */
export type Result<T, R> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

/** A rule said yes. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** A rule said no, with a stable code and the facts that the sentence needs. */
export const refuse = <R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal })
