import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePaper, composeServiceReturn } from '../../documents/compose.ts';
import type { PaperFacts } from '../../documents/facts.ts';
import { renderHtml } from '../../documents/html.ts';
import { paperKinds, type PaperKind } from '../../domain/paper/paper.ts';
import { asDraft, issued, proofOfService } from './fictional-case.ts';

const kinds = Object.keys(paperKinds) as readonly PaperKind[];

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '&lt;b&gt;',
    '"><img src=x onerror=1>',
    "'",
    '</title><h1>',
    '</style>',
    '<!--',
    '𠮷𡨸',
    '&amp;',
  ),
);

describe('a paper as a page', () => {
  it('stays the same page whatever a name, an address or a matter says', () => {
    const structure = tagsOf(renderHtml(composePaper(letterAbout('甲', '乙', '丙'))));
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, addressee, handler) => {
        expect(tagsOf(renderHtml(composePaper(letterAbout(name, addressee, handler))))).toEqual(structure);
      }),
    );
  });

  it('shows a name exactly as it is written', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        expect(textOf(renderHtml(composePaper(letterAbout(name, '乙', '丙'))))).toContain(`被执行人：${name}，`);
      }),
    );
  });

  it.each(kinds)('%s stands alone: no script, no request to anywhere', (kind) => {
    const page = renderHtml(composePaper(issued[kind]));

    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(script|link|img|iframe|object)|https?:|url\(|@import/);
  });

  it.each(kinds)('%s as a draft carries the mark on every sheet', (kind) => {
    const page = renderHtml(composePaper(asDraft(kind)));

    expect(
      page
        .split('class="sheet"')
        .slice(1)
        .every((sheet) => sheet.includes('草稿，未编号，不得送达')),
    ).toBe(true);
    expect(page).not.toContain(issued[kind].number);
    expect(page).not.toContain('（院印）');
  });

  it.each(kinds)('%s issued bears number and seal and no mark', (kind) => {
    const page = renderHtml(composePaper(issued[kind]));

    expect(page).toContain(`<p class="number">${issued[kind].number}</p>`);
    expect(page).toContain('（院印）');
    expect(page).not.toContain('草稿，未编号');
  });

  it('the return slip repeats the number of an issued paper and leaves room for it in a draft', () => {
    expect(renderHtml(composePaper(issued.liftNotice))).toContain(`你院${issued.liftNotice.number}解除通知书收悉`);
    expect(renderHtml(composePaper(asDraft('liftNotice')))).toContain('号解除通知书收悉');
  });

  it('a service return is no draft and bears no seal', () => {
    const page = renderHtml(composeServiceReturn(proofOfService));

    expect(page).not.toContain('class="draft');
    expect(page).not.toContain('（院印）');
  });
});

const letterAbout = (name: string, addressee: string, handler: string): PaperFacts => ({
  ...issued.enforcementAssistanceNotice,
  addressee,
  subject: { ...issued.enforcementAssistanceNotice.subject, name },
  handler: { name: handler, phone: handler },
  objects: [{ lineNo: 1, description: name, registrationNo: addressee }],
});

const tagsOf = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? [];

const textOf = (page: string): string =>
  page.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code)));
