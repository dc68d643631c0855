import { z } from 'zod';
import { refuse } from './rules.ts';

/** A cursor as the caller holds it: opaque, and safe to put into an address. */
const CursorField = z
  .string()
  .max(600)
  .transform((text, context): string => decode(text) ?? refuse(context, 'invalidCursor'))
  .meta({ description: '翻页标记，取自上一页的next' });

export const pageQuery = {
  cursor: CursorField.exactOptional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .default(50)
    .meta({ description: '每页条数，最多100', example: '50' }),
};

export const readCursor = ({ cursor }: { readonly cursor?: string }): string | undefined => cursor;

/** Where the next page begins; nothing after the last. */
export const nextPage = ({ next }: { readonly next?: string }): { readonly next?: string } =>
  next === undefined ? {} : { next: Buffer.from(next).toString('base64url') };

const decode = (text: string): string | undefined => {
  const plain = /^[\w-]+$/.test(text) ? Buffer.from(text, 'base64url').toString() : '';
  return /^[\x20-\x7e]{1,400}$/.test(plain) && Buffer.from(plain).toString('base64url') === text ? plain : undefined;
};
