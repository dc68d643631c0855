/** Drops the keys whose value is the database's word for nothing, so that absent stays absent on the way out. */
export const nothingWhen = <Nothing extends null, Row extends Record<string, unknown>>(
  nothing: Nothing,
  row: Row,
): { readonly [Key in keyof Row]?: Exclude<Row[Key], Nothing> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== nothing)) as {
    readonly [Key in keyof Row]?: Exclude<Row[Key], Nothing>;
  };
