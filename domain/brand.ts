declare const brand: unique symbol;

/** A primitive that only its own constructor may make, so that a unit code is never passed where a case number is meant. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
