const fullWidthOffset = 0xfee0;

/** Full-width letters, digits and signs (U+FF01 to U+FF5E) become their half-width twins; every other character stays as it is. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - fullWidthOffset));
