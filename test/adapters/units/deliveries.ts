import { createHash } from 'node:crypto';
import type { StepNo, RequestNo, StepKind } from '../../../domain/assistance/request.ts';
import type { CivilDate, Instant } from '../../../domain/calendar/instant.ts';
import type { ActionId } from '../../../domain/catalogue/index.ts';
import type { CaseNumber, CourtCode } from '../../../domain/enforcement-case/case-number.ts';
import type { PaperId } from '../../../domain/paper/paper.ts';
import type { PartyId } from '../../../domain/party/party.ts';
import type { Delivery, DeliveryLine, DeliveryPaper } from '../../../domain/ports/unit-channel.ts';
import type { UnitCode } from '../../../domain/unit/unit.ts';
import { residentIdentityFor } from '../../support/identifiers.ts';

/** What of a delivery a test cares about; everything else is as it would be. */
export interface DeliveryFacts {
  readonly stepNo?: string;
  readonly step?: StepKind;
  readonly of?: string;
  readonly actionId?: ActionId;
  readonly unit?: string;
  readonly subjectName?: string;
  readonly lines?: readonly DeliveryLine[];
  readonly papers?: readonly DeliveryPaper[];
  readonly sentAt?: string;
  readonly contact?: string;
}

/** An inquiry for social-insurance records, unless told otherwise. */
export const aDelivery = (facts: DeliveryFacts = {}): Delivery => {
  const stepNo = facts.stepNo ?? '2026-yun2301-zhi-123/1/1';
  return {
    stepNo: stepNo as StepNo,
    ...(facts.of !== undefined && { originalStepNo: facts.of as StepNo }),
    requestNo: stepNo.slice(0, stepNo.lastIndexOf('/')) as RequestNo,
    step: facts.step ?? 'service',
    actionId: facts.actionId ?? 'C04-1',
    court: { code: '云2301' as CourtCode, name: '楚雄市人民法院' },
    caseNumber: '（2026）云2301执123号' as CaseNumber,
    unit: (facts.unit ?? 'cx-social-insurance') as UnitCode,
    subject: {
      partyId: 'p-1' as PartyId,
      category: 'naturalPerson',
      name: facts.subjectName ?? '甲试例',
      idType: 'residentIdentity',
      idNo: residentIdentityFor('1980-01-01'),
    },
    lines: facts.lines ?? [],
    papers: facts.papers ?? [aPaper()],
    sentAt: (facts.sentAt ?? '2026-03-02T09:00:00.000+08:00') as Instant,
    contact: facts.contact ?? '执行局 乙试例法官 0878-0000000',
  };
};

export const aLine = (lineNo: number, endsOn = '2029-03-01', registrationNo?: string): DeliveryLine => ({
  lineNo,
  object: `楚演示小区${lineNo}幢101室`,
  startsOn: '2026-03-02' as CivilDate,
  endsOn: endsOn as CivilDate,
  ...(registrationNo !== undefined && { registrationNo }),
});

const aPaper = (): DeliveryPaper => ({
  paperId: 'paper-1' as PaperId,
  kind: 'inquiryAssistanceNotice',
  title: '协助查询通知书',
  number: '云2301协查通〔2026〕7号',
  contentHash: createHash('sha256').update('协助查询通知书').digest('hex'),
  html: '<h1>协助查询通知书</h1>',
});
