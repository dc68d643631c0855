import { describe, expect, it } from 'vitest';
import { dueOfRequest, errandOfRequest } from '../../../domain/assistance/due.ts';
import { openingLines } from '../../../domain/assistance/opening.ts';
import { requestProcess } from '../../../domain/assistance/process.ts';
import { replayRequest } from '../../../domain/assistance/evolve.ts';
import { moment, type Story } from '../../support/story.ts';
import { aRequestFile, sealed, served } from './request-file.ts';

const state = (court: Story) => court.request('3').state();

describe('what a request does by itself', () => {
  it('is at first to be brought to the unit, at once and with no further date', () => {
    const request = replayRequest(openingLines(aRequestFile('C04-1'), [], moment('2026-03-02 09:00')));
    expect(dueOfRequest(request)).toBeUndefined();
    expect(errandOfRequest(request, moment('2026-03-02 09:00'))).toMatchObject({
      stepNo: '2026-yun2301-zhi-123/3/1',
      step: 'service',
      channel: 0,
    });
  });

  it('is nothing while a delivery is put off, and the delivery again when its moment has come', () => {
    const court = served('C04-1')
      .withMessenger(() => 'unreachable')
      .until('2026-03-10 09:05');
    expect(dueOfRequest(state(court))).toBe(moment('2026-03-10 09:10'));
    expect(errandOfRequest(state(court), moment('2026-03-10 09:09'))).toBeUndefined();
    expect(errandOfRequest(state(court), moment('2026-03-10 09:10'))).toMatchObject({ step: 'reminder', failures: 1 });
  });

  it('is nothing more once a clerk must find a way', () => {
    const court = served('C04-1')
      .withMessenger(() => 'rejected')
      .until('2026-03-10 09:00');
    expect(errandOfRequest(state(court), moment('2026-12-31 09:00'))).toBeUndefined();
    expect(dueOfRequest(state(court))).toBeUndefined();
  });

  it('is the earliest of all its clocks: the objection, the seals and the pressure', () => {
    const court = served('C14-2', { lines: 2 })
      .says('C14-2', { kind: 'reviewSuggested' })
      .says('C14-2', { kind: 'registered', lines: [sealed(1, '2026-03-02 09:00', '2026-03-21 00:00')] });
    expect(dueOfRequest(state(court))).toBe(moment('2026-03-04 09:00'));
    expect(dueOfRequest(state(court.until('2026-03-04 09:30')))).toBe(moment('2026-03-05 09:00'));
    expect(dueOfRequest(state(court.until('2026-03-17 10:00')))).toBe(moment('2026-03-18 00:00'));
  });

  it('tells the unit with a reminder what it presses for', () => {
    const court = served('C14-2')
      .withMessenger(() => 'unreachable')
      .until('2026-03-04 09:00');
    expect(requestProcess.errandOf(state(court), moment('2026-03-05 09:00'))).toMatchObject({ originalStepNo: '2026-yun2301-zhi-123/3/1' });
  });
});
