import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import { PartyIdField, words } from '../contract/fields.ts';
import { refuse } from '../contract/rules.ts';
import { caseAct } from '../http/case-act.ts';
import { problemOfRefusal } from '../http/refusals.ts';

const mostBytes = 1024 * 1024;

const Content = z
  .string()
  .min(4)
  .max(Math.ceil(mostBytes / 3) * 4)
  .transform((text, context): Buffer => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text && bytes.length <= mostBytes ? bytes : refuse(context, 'notBase64');
  })
  .meta({ description: '证据内容，Base64编码，不超过1兆字节' });

/** Puts a piece of evidence of refusal into the dossier, under one of the five groups. */
export const attachEvidenceRoute = caseAct({
  path: '/cases/:caseId/evidence',
  summary: '收入证据',
  allow: ['judge', 'clerk'],
  body: z.strictObject({
    group: z.enum(['identity', 'duty', 'ability', 'refusalActs', 'circumstances']),
    debtor: PartyIdField,
    title: words(200),
    content: Content,
  }),
  bodyLimit: 1.5 * mostBytes,
  async act({ group, debtor, title, content }, { row, idFor }, { writer }) {
    const isDebtor = row.state.file.parties.some(({ partyId, role }) => partyId === debtor && role === 'debtor');
    if (!isDebtor) return err(problemOfRefusal({ kind: 'notADebtor', party: debtor }));
    const evidenceId = idFor('evidence');
    await writer.evidence({ evidenceId, caseId: row.caseId, group, title, content });
    return ok({ kind: 'attachEvidence', evidenceId, group, debtor });
  },
});
