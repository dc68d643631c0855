import { describe, expect, it } from 'vitest';
import { composePaper } from '../../documents/compose.ts';
import type { PartyFacts } from '../../documents/facts.ts';
import { renderHtml } from '../../documents/html.ts';
import { applicant, debtor, issued, legalRepresentative, otherDebtor } from './fictional-case.ts';

const read = (kind: keyof typeof issued): string => renderHtml(composePaper(issued[kind]));

const dataOf = ({ name, idNo, address = '' }: PartyFacts): readonly string[] => [name, idNo, address];

const toUnits = [
  'inquiryAssistanceNotice',
  'enforcementAssistanceNotice',
  'urgingLetter',
  'urgingEndedLetter',
  'orderToAssist',
  'filingSupervisionRequest',
  'liftNotice',
] as const;

const toRecordKeepers = ['inquiryAssistanceNotice', 'enforcementAssistanceNotice', 'liftNotice'] as const;

const letters = ['urgingLetter', 'urgingEndedLetter', 'orderToAssist'] as const;

describe('what a paper discloses', () => {
  it.each(toUnits)('%s names nobody but its subject, and not where the subject lives', (kind) => {
    const page = read(kind);

    expect(page).toContain(debtor.name);
    expect(page).not.toContain(debtor.address);
    for (const other of [applicant, otherDebtor, legalRepresentative]) {
      for (const data of dataOf(other)) expect(page).not.toContain(data);
    }
  });

  it.each(toRecordKeepers)('%s gives the whole number, for the unit must find the right entry', (kind) => {
    expect(read(kind)).toContain(debtor.idNo);
  });

  it.each(letters)('%s masks the number, for its reader need not find anybody', (kind) => {
    expect(read(kind)).not.toContain(debtor.idNo);
    expect(read(kind)).toContain(`**************${debtor.idNo.slice(-4)}`);
  });

  it.each(['inquiryAssistanceNotice', 'enforcementAssistanceNotice', 'liftNotice', 'orderToAssist'] as const)(
    '%s says nothing of the judgment, for the unit does not examine it',
    (kind) => {
      expect(read(kind)).not.toContain(issued[kind].instrument.title);
    },
  );

  it('an inquiry says nothing of the debt', () => {
    expect(read('inquiryAssistanceNotice')).not.toMatch(/元/);
  });

  it('a search into a legal representative does not tell which organisation is the debtor', () => {
    const page = renderHtml(composePaper({ ...issued.inquiryAssistanceNotice, subject: legalRepresentative }));

    expect(page).toContain(legalRepresentative.idNo);
    expect(page).not.toContain(otherDebtor.name);
  });

  it('a letter about a legal representative names the organisation that owes, and no other party', () => {
    const page = renderHtml(composePaper({ ...issued.urgingLetter, subject: legalRepresentative }));

    expect(page).toContain(otherDebtor.name);
    for (const data of [...dataOf(applicant), ...dataOf(debtor), otherDebtor.idNo, legalRepresentative.idNo])
      expect(page).not.toContain(data);
  });

  it('the police learn the suspect in full, the applicant by name, and no other debtor', () => {
    const page = read('transferLetter');

    for (const data of [...dataOf(debtor), applicant.name]) expect(page).toContain(data);
    for (const data of [applicant.idNo, applicant.address, ...dataOf(otherDebtor), ...dataOf(legalRepresentative)]) {
      expect(page).not.toContain(data);
    }
  });

  it('a ruling, which travels with the notice, gives neither the whole number nor the address of the applicant, and no other debtor', () => {
    const page = read('enforcementRuling');

    for (const data of [...dataOf(debtor), applicant.name]) expect(page).toContain(data);
    for (const data of [applicant.idNo, applicant.address, ...dataOf(otherDebtor)]) expect(page).not.toContain(data);
  });

  it.each(['enforcementNotice', 'propertyReportOrder', 'closingNotice'] as const)(
    '%s keeps the applicant’s number and address from the debtor',
    (kind) => {
      expect(read(kind)).not.toContain(applicant.idNo);
      expect(read(kind)).not.toContain(applicant.address);
    },
  );

  it('a closing notice keeps the debtor’s number and address from the applicant', () => {
    expect(read('closingNotice')).not.toContain(debtor.idNo);
    expect(read('closingNotice')).not.toContain(debtor.address);
  });
});
