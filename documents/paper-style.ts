/**
 * The look of a court paper: A4, margins 37, 35, 28 and 26 mm, court and title in 小标宋, text in 仿宋 of 16 points, with the fonts of
 * the reader's machine only. A draft carries its warning across every printed page.
 * @see GB/T 9704-2012
 */
export const paperStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
:root {
  --heading: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif;
  --text: "仿宋_GB2312", "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: #8d8d8d; color: #000; font: 16pt/28pt var(--text); }
.sheet { position: relative; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm; background: #fff; }
p { margin: 0; text-indent: 2em; overflow-wrap: anywhere; }
header { margin-bottom: 14pt; text-align: center; }
h1, h2, .court { margin: 0; font: 400 22pt/36pt var(--heading); text-indent: 0; text-align: center; }
h1 { font-size: 26pt; line-height: 44pt; letter-spacing: 0.15em; text-indent: 0.15em; }
.number { margin-bottom: 14pt; text-align: right; }
.addressee { text-indent: 0; }
.enclosure { padding-left: 5em; text-indent: -3em; }
table { width: 100%; margin: 8pt 0; border-collapse: collapse; font-size: 12pt; line-height: 18pt; }
th, td { padding: 4pt 5pt; border: 0.75pt solid #000; overflow-wrap: anywhere; }
th { font-weight: 700; text-align: center; }
td { height: 26pt; white-space: pre-wrap; }
.narrow { width: 1%; white-space: nowrap; }
.form th { width: 32%; font-weight: 400; text-align: left; }
.form td { height: 34pt; word-break: keep-all; }
tr, footer { break-inside: avoid; }
thead { display: table-header-group; }
footer { margin-top: 42pt; }
.signature { width: max-content; max-width: 100%; margin: 0 1em 0 auto; }
.signature p { text-indent: 0; text-align: center; }
.signature .seal { color: #b00; }
.contact { margin-top: 28pt; padding-top: 4pt; border-top: 0.75pt solid #000; font-size: 12pt; line-height: 20pt; text-indent: 0; }
.unit-seal { margin-top: 42pt; text-align: right; text-indent: 0; }
.draft-mark { position: absolute; top: 14mm; left: 28mm; right: 26mm; border: 1.5pt solid #b00; color: #b00; font: 700 14pt/26pt var(--heading); text-align: center; text-indent: 0; }
.draft::before { content: "草稿"; position: fixed; inset: 0; z-index: 1; display: grid; place-items: center; color: rgb(176 0 0 / 7%); font: 700 150pt/1 var(--heading); transform: rotate(-30deg); pointer-events: none; }
@media print {
  body { background: none; }
  .sheet { width: auto; min-height: 0; margin: 0; padding: 0; break-after: page; }
  .sheet:last-of-type { break-after: auto; }
  .draft-mark { position: static; margin-bottom: 10pt; }
}
`;
