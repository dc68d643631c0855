import { beforeEach, describe, expect, it } from 'vitest';
import { openCounter, type Counter } from './counter.ts';
import { aFiling, people, secrets } from './filings.ts';

const caseId = '2026-yun2301-zhi-123';
let counter: Counter;

beforeEach(async () => {
  counter = await openCounter();
  await counter.as('court-system').post('/cases', aFiling());
  counter.notes.length = 0;
  return () => counter.close();
});

describe('the audit chain is told', () => {
  it('who looked at a person’s data, where, and why', async () => {
    await counter.as('judge').get(`/cases/${caseId}`, { 'x-purpose': encodeURIComponent('核对当事人地址') });
    expect(counter.notes).toEqual([
      {
        kind: 'read',
        actor: 'judge-01',
        role: 'judge',
        what: `GET /cases/${caseId}`,
        caseId,
        purpose: '核对当事人地址',
        client: '127.0.0.1',
      },
    ]);
  });

  it('of a paper that was read, with its case', async () => {
    await counter.as('clerk').get(`/papers/${caseId}.p1.1`);
    expect(counter.notes).toMatchObject([{ kind: 'read', actor: 'clerk-01', what: `GET /papers/${caseId}.p1.1`, caseId }]);
  });

  it('nothing of what names nobody', async () => {
    await counter.as('judge').get('/cases');
    await counter.as('judge').get(`/cases/${caseId}/timeline`);
    await counter.as('judge').get('/clock');
    expect(counter.notes).toEqual([]);
  });

  it('of whoever was turned away, with or without a name', async () => {
    await counter.as('judge', { sub: 'judge-02' }).get(`/cases/${caseId}`);
    await counter.as('office').get(`/cases/${caseId}`);
    await counter.send(`/api/v1/cases/${caseId}`, {});
    await counter.asUnit('cx-police', 'nobody').replies({});
    expect(counter.notes).toMatchObject([
      { kind: 'refused', actor: 'judge-02', role: 'judge', what: `GET /cases/${caseId}: notYourCase`, caseId },
      { kind: 'refused', actor: 'office-01', role: 'office', what: `GET /cases/${caseId}: notAllowed`, caseId },
      { kind: 'refused', actor: 'anonymous', role: 'none', what: 'GET /cases/:caseId: unauthenticated' },
      { kind: 'refused', actor: 'anonymous', what: 'POST /units/:unit/replies: unitNotGenuine' },
    ]);
  });

  it('of every act the law refused', async () => {
    await counter.as('judge').post(`/cases/${caseId}/closing`, { mode: 'performed' });
    await counter.as('judge').post(`/cases/${caseId}/approvals`, { proposals: [`${caseId}.p99`] });
    expect(counter.notes.map(({ kind, what }) => [kind, what])).toEqual([
      ['refused', `POST /cases/${caseId}/closing: notClosable`],
      ['refused', `POST /cases/${caseId}/approvals: proposalUnknown`],
    ]);
  });

  it('no word of what was typed into an address or a purpose that hides one', async () => {
    for (const { idNo } of [people.applicant, people.debtor]) await counter.as('office').get(`/papers/${idNo.toLowerCase()}`);
    await counter.as('judge').get(`/cases/${encodeURIComponent(people.debtor.name)}`);
    await counter.as('judge').get(`/cases/${caseId}`, { 'x-purpose': '%E4%B9%99%0a%E8%AF%95 \u00ad' });
    const told = JSON.stringify(counter.notes).toLowerCase();
    for (const secret of secrets) expect(told).not.toContain(secret.toLowerCase());
    expect(counter.notes.at(-1)?.purpose).toBe('乙试');
  });
});

describe('a read that cannot be written down', () => {
  const failing = () =>
    openCounter({ services: { reader: counter.court.reader, accessLog: { note: () => Promise.reject(new Error('ECONNREFUSED')) } } });

  it('is not answered', async () => {
    const mute = await failing();
    const heard = await mute.as('judge').get(`/cases/${caseId}`);
    expect([heard.status, heard.body['type']]).toEqual([503, '/problems/unavailable']);
    for (const secret of secrets) expect(heard.text).not.toContain(secret);
    await mute.close();
  });

  it('leaves a refusal standing, and the loss of its line in the log', async () => {
    const mute = await failing();
    expect((await mute.as('office').get(`/cases/${caseId}`)).status).toBe(403);
    expect(mute.log.map(({ message }) => message)).toContain('a refusal is missing from the audit chain');
    await mute.close();
  });
});

describe('an auditor', () => {
  it('reads the chain in pages, by case and by person, and is written down for it', async () => {
    const line = (seq: number, actor: string) => ({
      seq: String(seq),
      at: counter.court.now(),
      kind: 'read',
      actor,
      role: 'judge',
      what: `GET /cases/${caseId}`,
      caseId,
      hash: 'f'.repeat(64),
    });
    counter.court.auditLines.push(line(1, 'judge-01'), line(2, 'judge-02'), line(3, 'judge-01'));
    const { body } = await counter.as('auditor').get(`/audit?caseId=${caseId}&actor=judge-01&limit=1`);
    expect(body).toMatchObject({ items: [{ seq: '1', actor: 'judge-01' }], next: expect.any(String) });
    const rest = await counter.as('auditor').get(`/audit?caseId=${caseId}&actor=judge-01&limit=1&cursor=${String(body['next'])}`);
    expect(rest.body).toMatchObject({ items: [{ seq: '3' }] });
    expect(counter.notes).toMatchObject([{ kind: 'read', actor: 'auditor-01', what: 'GET /audit' }, { actor: 'auditor-01' }]);
  });
});
