import { assertNever } from '../domain/result.ts';
import { draftMark, isDraft, sealMark, type Annex, type Block, type Closing, type PaperContent, type ReturnSlip } from './content.ts';
import { markedEnclosures, markedItems } from './enumeration.ts';
import { markup, type Markup } from './markup.ts';
import { paperStyle } from './paper-style.ts';
import { slipOpening, slipSignature } from './return-slip.ts';

/**
 * The paper as one HTML page that stands alone: A4 with the margins of a court paper, no script, no request to anywhere. A draft says
 * on every sheet that it may not be served; an issued paper shows where the seal goes.
 */
export const renderHtml = (content: PaperContent): string => {
  const page = markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title}${content.number ?? ''}</title>
<style>${{ markup: paperStyle }}</style>
</head>
<body${isDraft(content) ? markup` class="draft"` : ''}>
${mainSheet(content)}${(content.annexes ?? []).map((annex) => annexSheet(annex, content))}${slipSheets(content)}
</body>
</html>
`;
  return page.markup;
};

const mainSheet = (content: PaperContent): Markup =>
  sheet(
    content,
    markup`<header><p class="court">${content.courtName}</p><h1>${content.title}</h1></header>
${optional(content.number, (number) => markup`<p class="number">${number}</p>\n`)}${optional(content.addressee, (name) => markup`<p class="addressee">${name}：</p>\n`)}${content.body.map(blockMarkup)}${content.remedies.map((text) => markup`<p>${text}</p>\n`)}${formulaMarkup(content.closing)}${markedEnclosures(content).map((line) => markup`<p class="enclosure">${line}</p>\n`)}${closingMarkup(content)}`,
  );

const annexSheet = (annex: Annex, content: PaperContent): Markup =>
  sheet(content, markup`<header><h2>${annex.title}</h2></header>\n${annex.body.map(blockMarkup)}`);

const slipSheets = (content: PaperContent): readonly Markup[] => {
  const slip = content.returnSlip;
  return slip === undefined ? [] : [sheet(content, slipMarkup(slip, content))];
};

const slipMarkup = (slip: ReturnSlip, content: PaperContent): Markup => markup`<header><h2>${slip.title}</h2></header>
<p class="addressee">${content.courtName}：</p>
<p>${slipOpening(content)}</p>
${formMarkup(slip.fields.map(({ label, hint }) => [label, hint]))}<p class="unit-seal">${slipSignature}</p>
`;

const sheet = (content: PaperContent, inside: Markup): Markup =>
  markup`<section class="sheet">${isDraft(content) ? markup`<p class="draft-mark">${draftMark}</p>` : ''}
${inside}</section>
`;

const blockMarkup = (block: Block): Markup => {
  switch (block.type) {
    case 'paragraph':
      return markup`<p>${block.text}</p>\n`;
    case 'items':
      return markup`${markedItems(block).map((item) => markup`<p>${item}</p>\n`)}`;
    case 'parties':
      return markup`${block.parties.map(({ label, text }) => markup`<p class="party">${label}：${text}</p>\n`)}`;
    case 'table':
      return block.head.length === 0 ? formMarkup(block.rows) : tableMarkup(block.head, block.rows);
    default:
      return assertNever(block);
  }
};

const tableMarkup = (head: readonly string[], rows: readonly (readonly string[])[]): Markup => {
  const classOf = (column: number): Markup => (narrowColumns.has(head[column] ?? '') ? markup` class="narrow"` : markup``);
  const labels = head.map((label, column) => markup`<th${classOf(column)}>${label}</th>`);
  const lines = rows.map((row) => markup`<tr>${row.map((cell, column) => markup`<td${classOf(column)}>${cell}</td>`)}</tr>\n`);
  return markup`<table><thead><tr>${labels}</tr></thead><tbody>\n${lines}</tbody></table>\n`;
};

/** What stands in these columns is short, and a date that breaks is misread. */
const narrowColumns: ReadonlySet<string> = new Set(['序号', '日期', '起始日期', '届满日期', '金额', '组别']);

const formMarkup = (rows: readonly (readonly string[])[]): Markup => markup`<table class="form"><tbody>
${rows.map(([label = '', ...cells]) => markup`<tr><th>${label}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody></table>
`;

const formulaMarkup = ({ formula }: Closing): Markup => optional(formula, (text) => markup`<p>${text}</p>\n`);

const closingMarkup = (content: PaperContent): Markup => {
  const { signatory, courtName, dateInChinese, handler, phone } = content.closing;
  const seal = content.number === null ? '' : markup`<p class="seal">${sealMark}</p>`;
  return markup`<footer><div class="signature"><p>${signatory ?? courtName}</p><p>${dateInChinese}</p>${seal}</div>
${optional(handler, (name) => markup`<p class="contact">承办人：${name}${phone === undefined ? '' : `　　联系电话：${phone}`}</p>\n`)}</footer>
`;
};

const optional = (text: string | null | undefined, write: (text: string) => Markup): Markup =>
  text === undefined || text === null ? markup`` : write(text);
