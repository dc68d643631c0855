import { describe, expect, it } from 'vitest';
import { isAsked } from '../../../domain/assistance/asked.ts';
import { openingLines } from '../../../domain/assistance/opening.ts';
import { replayRequest } from '../../../domain/assistance/evolve.ts';
import { civilDate } from '../../../domain/calendar/instant.ts';
import { actionOf, actionsTriggeredBy, clauseOf, clauses, isActionId, type Action } from '../../../domain/catalogue/index.ts';
import { articleOn, termOn } from '../../../domain/law-pack/law-pack.ts';
import { publishedPacks } from '../../../domain/law-pack/published-packs.ts';
import { paperKinds, type PaperKind } from '../../../domain/paper/paper.ts';
import { moment } from '../../support/story.ts';
import { aRequestFile } from '../assistance/request-file.ts';

const rows = clauses.flatMap(({ clause, actions }) => actions.map((action) => ({ clause, action })));
const actions: readonly Action[] = rows.map(({ action }) => action);
const today = civilDate('2026-11-24');

const papersOf = (action: Action): readonly PaperKind[] => {
  if (action.kind === 'control') return [...action.papers, ...action.lift.papers, ...action.lift.renewal];
  return action.kind === 'urge' ? [...action.papers, ...action.end.papers] : action.papers;
};

describe('the catalogue', () => {
  it('names each clause and each row once', () => {
    expect(new Set(clauses.map(({ clause }) => clause)).size).toBe(clauses.length);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });

  it.each(rows)('numbers $action.id under its own clause', ({ clause, action }) => {
    expect(action.id).toMatch(new RegExp(`^${clause}-[1-9]\\d*$`));
    expect(isActionId(action.id) && clauseOf(action.id)).toBe(clause);
  });

  it.each(actions)('$id may concern somebody, asks something, and says where it comes from', (action) => {
    expect(action.scopes.length).toBeGreaterThan(0);
    expect(action.papers.length).toBeGreaterThan(0);
    expect(action.title).toMatch(/^[\u4e00-\u9fff、，]+$/);
    expect(action.source).toContain('实施方案第二条');
    expect(actionsTriggeredBy(action.trigger).map(({ id }) => id)).toContain(action.id);
  });

  it.each(actions)('$id goes out, and is undone, with papers that exist', (action) => {
    expect(papersOf(action).filter((kind) => !Object.hasOwn(paperKinds, kind))).toEqual([]);
  });

  it.each(publishedPacks.flatMap(({ id }) => actions.map((action) => ({ pack: id, action }))))(
    '$action.id has its terms and grounds in law pack $pack',
    ({ pack: packId, action }) => {
      const pack = publishedPacks.find(({ id }) => id === packId) ?? expect.unreachable('a pack that was just named');
      const limits = [action.term.electronic, action.term.paper, ...(action.kind === 'control' ? [action.measureLimit] : [])];
      for (const limit of limits) expect(termOn(pack, limit, today)).toMatchObject({ id: limit });
      for (const ground of action.grounds) expect(articleOn(pack, ground, today)).toMatch(/^《.+》第.+条/);
    },
  );

  it('climbs the ladder of CPL 117 only where a query or control was served with its notice', () => {
    for (const { id, kind, ladder, papers } of actions) {
      const isQueryOrControl = kind === 'query' || kind === 'control';
      expect([id, ladder === 'cpl117']).toEqual([id, isQueryOrControl]);
      if (isQueryOrControl)
        expect(papers.some((paper) => paper === 'inquiryAssistanceNotice' || paper === 'enforcementAssistanceNotice')).toBe(true);
    }
  });

  it('lists for every query what is asked, and for every control what it may take hold of', () => {
    const empty = actions.filter(
      (action) => (action.kind === 'query' && action.items.length === 0) || (action.kind === 'control' && action.controls.length === 0),
    );
    expect(empty).toEqual([]);
  });

  it('knows for every step before police or procuratorate what they may say to it', () => {
    const criminal = actions.filter(({ kind }) => kind === 'criminal').map(({ id }) => id);
    for (const id of criminal) {
      if (!isActionId(id)) throw new Error(`${id} is no row`);
      expect(isAsked(replayRequest(openingLines(aRequestFile(id), [], moment('2026-03-02 09:00'))), { kind: 'caseAccepted' })).toBe(true);
    }
  });

  it('knows no row that is not in it', () => {
    expect(isActionId('C99-1')).toBe(false);
    expect(() => actionOf('C99-1' as 'C04-1')).toThrow('no row C99-1');
  });
});
