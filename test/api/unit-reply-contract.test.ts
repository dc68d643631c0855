import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as door from '../../api/contract/unit-reply.ts';
import * as wire from '../../adapters/units/wire/messages.ts';

/** The form of a message as JSON Schema: what both sides must mean alike. Titles and examples are nobody's form. */
const formOf = (schema: z.ZodType): unknown => {
  const { $schema: _version, id: _id, description: _words, ...form } = z.toJSONSchema(schema, { io: 'input' });
  return form;
};

describe('what a unit says', () => {
  it('has one form at the door and on the wire', () => {
    expect(formOf(door.UnitReply)).toEqual(formOf(wire.UnitReply));
    expect(formOf(z.strictObject(door.ReplyReceipt.shape))).toEqual(formOf(wire.ReplyReceipt));
  });

  it('has one form for a liaison officer and for a system', () => {
    const { content, stepNo } = door.UnitReply.shape;
    expect(formOf(door.InboxAnswer)).toEqual(formOf(z.strictObject({ stepNo, content })));
  });
});
