import Table from 'cli-table3';
import pc from 'picocolors';
import type { Figures } from './accounts/account.ts';
import type { ScannedPlace } from './places-scanned.ts';
import type { Accounts, Finding, Tally } from './tally.ts';

/** The closing table: what each of the three accounts counted, and what was lost and doubled between them. */
export const tableOf = ({ units, record, histories }: Accounts, { lost, doubled }: Tally): string => {
  const table = new Table({
    head: ['由谁计数', '案件', '协助事项', '催办', '升级', '解除已确认', '丢失', '重复'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const verdict = [lost, doubled].map((findings) => ({ content: inColour(findings.length), rowSpan: 3, vAlign: 'center' as const }));
  table.push(
    ['单位所收所办', ...cells(units.figures), ...verdict],
    ['案卷记录', ...cells(record.figures)],
    ['流程引擎历史', ...cells(histories.figures)],
  );
  return table.toString();
};

/** What lies behind the figures: which step, and what about it. */
export const findingsInWords = ({ lost, doubled, differing }: Tally): readonly string[] => [
  ...lost.map((finding) => pc.red(`丢失  ${inWords(finding)}`)),
  ...doubled.map((finding) => pc.red(`重复  ${inWords(finding)}`)),
  ...differing.map((name) => pc.red(`三方计数不一致：${figureInWords[name]}`)),
];

const cells = ({ cases, requests, reminders, escalations, liftsConfirmed }: Figures): readonly number[] => [
  cases,
  requests,
  reminders,
  escalations,
  liftsConfirmed,
];

const inColour = (count: number): string => (count === 0 ? pc.green('0') : pc.red(String(count)));

const inWords = ({ where, what }: Finding): string => `步骤 ${where}：${what}`;

const figureInWords: Readonly<Record<keyof Figures, string>> = {
  cases: '案件',
  requests: '协助事项',
  reminders: '催办',
  escalations: '升级',
  liftsConfirmed: '解除已确认',
};

/** What was looked through for traces of the demo's people, and what was found. */
export const scanInWords = (places: readonly ScannedPlace[]): readonly string[] => [
  '\n个人信息泄露检查（含 Base64、十六进制、JSON 转义、百分号编码）',
  ...places.map(({ title, parts, bytes, leaks }) => {
    const size = `${parts} 处，${(bytes / 1_048_576).toFixed(1)} MB`;
    return leaks.length === 0 ? `  ${title}：${size}，${pc.green('未发现')}` : `  ${title}：${size}，${pc.red(`发现 ${leaks.length} 处`)}`;
  }),
  ...places.flatMap(({ leaks }) => leaks.map(({ trait, writing, part }) => pc.red(`    ${part}：${trait.text}（${writing}）`))),
];
