/** A primitive that carries a name in the type only, so that two kinds of text cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }
