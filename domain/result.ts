/** An expected outcome that may be a failure. Failures of this kind are values: they are returned, never thrown. */
export type Result<Value, Failure> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const err = <Failure>(error: Failure): { readonly ok: false; readonly error: Failure } => ({ ok: false, error });

/** Ends a switch over a union: a member that nobody handled does not compile, and cannot pass in silence at run time. */
export const assertNever = (unexpected: never): never => {
  throw new Error(`Unhandled member of a closed union: ${JSON.stringify(unexpected)}`);
};
