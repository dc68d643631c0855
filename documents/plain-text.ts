import { assertNever } from '../domain/result.ts';
import { draftMark, isDraft, sealMark, type Annex, type Block, type Closing, type PaperContent } from './content.ts';
import { markedEnclosures, markedItems } from './enumeration.ts';
import { slipOpening, slipSignature } from './return-slip.ts';

/** The paper as lines of text: every word that stands on it and no layout. For reading, comparing and searching. */
export const renderPlainText = (content: PaperContent): string => {
  const lines = [
    ...(isDraft(content) ? [`【${draftMark}】`] : []),
    content.courtName,
    content.title,
    ...present(content.number),
    ...(content.addressee === undefined ? [] : [`${content.addressee}：`]),
    ...content.body.flatMap(blockLines),
    ...content.remedies,
    ...present(content.closing.formula),
    ...markedEnclosures(content),
    ...closingLines(content.closing, content.number !== null),
    ...(content.annexes ?? []).flatMap(annexLines),
    ...slipLines(content),
  ];
  return `${lines.join('\n')}\n`;
};

const closingLines = ({ signatory, courtName, dateInChinese, handler, phone }: Closing, sealed: boolean): readonly string[] => [
  signatory ?? courtName,
  dateInChinese,
  ...(sealed ? [sealMark] : []),
  ...(handler === undefined ? [] : [`承办人：${handler}`]),
  ...(phone === undefined ? [] : [`联系电话：${phone}`]),
];

const annexLines = (annex: Annex): readonly string[] => ['', annex.title, ...annex.body.flatMap(blockLines)];

const slipLines = (content: PaperContent): readonly string[] => {
  const slip = content.returnSlip;
  if (slip === undefined) return [];
  const fields = slip.fields.map(({ label, hint }) => `${label} | ${hint}`.trimEnd());
  return ['', slip.title, `${content.courtName}：`, slipOpening(content), ...fields, slipSignature];
};

const blockLines = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'items':
      return markedItems(block);
    case 'parties':
      return block.parties.map(({ label, text }) => `${label}：${text}`);
    case 'table':
      return [...(block.head.length === 0 ? [] : [block.head]), ...block.rows].map((row) => row.join(' | ').trimEnd());
    default:
      return assertNever(block);
  }
};

const present = (text: string | null | undefined): readonly string[] => (text === undefined || text === null ? [] : [text]);
