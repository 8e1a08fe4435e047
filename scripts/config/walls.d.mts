/** The walls between rooms, as dependency-cruiser rules. */
export const walls: readonly { readonly name: string; readonly comment: string }[]
