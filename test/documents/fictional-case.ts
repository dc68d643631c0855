import type { CivilDate } from '../../domain/calendar/instant.ts';
import type { PaperKind } from '../../domain/paper/paper.ts';
import type { AddressedFacts, CommonFacts, FactsOf, PaperFacts, PartyFacts, ServiceReturnFacts } from '../../documents/facts.ts';
import { residentIdentityFor, unifiedCreditCodeFor } from '../support/identifiers.ts';

const day = (text: string): CivilDate => text as CivilDate;

export const applicant: PartyFacts = {
  role: 'applicant',
  kind: 'naturalPerson',
  name: '甲试例',
  idType: 'residentIdentity',
  idNo: residentIdentityFor('1990-03-07'),
  address: '楚雄市试例路1号',
};

export const debtor: PartyFacts = {
  role: 'debtor',
  kind: 'naturalPerson',
  name: '乙试例𠮷',
  idType: 'residentIdentity',
  idNo: residentIdentityFor('1985-01-01', '532322'),
  address: '双柏县虚构街2号',
};

export const otherDebtor: PartyFacts = {
  role: 'debtor',
  kind: 'organisation',
  name: '楚演示建材有限公司',
  idType: 'unifiedCreditCode',
  idNo: unifiedCreditCodeFor('MA6TERT0'),
  address: '楚雄市演示工业园3号',
};

export const legalRepresentative: PartyFacts = {
  role: 'legalRepresentative',
  kind: 'naturalPerson',
  name: '丙试例',
  idType: 'residentIdentity',
  idNo: residentIdentityFor('1970-12-12'),
  address: '楚雄市虚构巷4号',
  represents: otherDebtor.name,
};

const procedureLaw = '《中华人民共和国民事诉讼法》';

/** The facts that every paper of the invented case shares; each kind adds number and grounds. */
const common: Omit<CommonFacts, 'number' | 'grounds'> = {
  court: { code: '云2301', name: '楚雄市人民法院' },
  caseNumber: '（2026）云2301执123号',
  issuedOn: day('2026-03-02'),
  handler: { name: '丁试例', phone: '0878-0000000' },
  parties: [applicant, debtor, otherDebtor, legalRepresentative],
  instrument: {
    title: '（2025）云2301民初88号民事判决书',
    issuedBy: '楚雄市人民法院',
    effectiveOn: day('2025-11-20'),
    performanceEndsOn: day('2025-12-20'),
  },
  balance: {
    costsFen: 286_000,
    ordinaryInterestFen: 1_234_505,
    principalFen: 12_000_000,
    doubledInterestFen: 151_200,
    totalFen: 13_671_705,
  },
};

const addressed = (addressee: string, answerBy: string): Omit<AddressedFacts, 'number' | 'grounds'> => ({
  ...common,
  addressee,
  answerBy: day(answerBy),
  subject: debtor,
});

const landRegistry = '楚雄州自然资源和规划局';

const house = {
  lineNo: 1,
  description: '双柏县试例路9号房屋一套，建筑面积118.60平方米',
  registrationNo: '云（2020）双柏县不动产权第0000000号',
  startsOn: day('2026-03-03'),
  endsOn: day('2029-03-02'),
};

const sealNotice = { title: '协助执行通知书', number: '云2301协执通〔2026〕7号', servedOn: day('2026-03-03') };

/** Each paper of the invented case, issued. */
export const issued: { readonly [Kind in PaperKind]: FactsOf<Kind> & { readonly number: string } } = {
  enforcementNotice: {
    ...common,
    kind: 'enforcementNotice',
    number: '云2301执通〔2026〕1号',
    grounds: [
      `${procedureLaw}第二百五十一条`,
      `${procedureLaw}第二百六十四条`,
      '《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第四百八十条',
    ],
    performWithinDays: 15,
    debtor,
    caseAccount: '户名楚雄市人民法院（案款专户），开户行演示银行楚雄支行，账号0000 0000 0000 0000',
  },
  propertyReportOrder: {
    ...common,
    kind: 'propertyReportOrder',
    number: '云2301报财令〔2026〕1号',
    grounds: [`${procedureLaw}第二百五十二条`, '《最高人民法院关于民事执行中财产调查若干问题的规定》第三条'],
    reportWithinDays: 10,
    debtor: otherDebtor,
  },
  enforcementRuling: {
    ...common,
    kind: 'enforcementRuling',
    number: '（2026）云2301执123号之一',
    grounds: [`${procedureLaw}第二百五十五条`, '《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第四百八十五条'],
    rules: 'seal',
    subject: debtor,
    objects: [house],
  },
  inquiryAssistanceNotice: {
    ...addressed('楚雄州人力资源和社会保障局', '2026-03-09'),
    kind: 'inquiryAssistanceNotice',
    number: '云2301协查通〔2026〕3号',
    grounds: [`${procedureLaw}第二百五十三条`],
    matter: '查询被执行人社会保险信息',
    items: ['参保状态', '参保单位', '缴费基数', '缴费月数', '待遇发放金额', '待遇发放账户'],
  },
  enforcementAssistanceNotice: {
    ...addressed(landRegistry, '2026-03-05'),
    kind: 'enforcementAssistanceNotice',
    number: sealNotice.number,
    grounds: [`${procedureLaw}第二百五十三条`, `${procedureLaw}第二百五十五条`, `${procedureLaw}第二百六十二条`],
    matter: '办理不动产查封登记',
    rulingNumber: '（2026）云2301执123号之一',
    objects: [house],
    asksRank: true,
    limitFen: 13_671_705,
  },
  urgingLetter: {
    ...addressed('双柏县人民代表大会常务委员会', '2026-04-01'),
    kind: 'urgingLetter',
    number: '云2301督促函〔2026〕2号',
    grounds: ['《楚雄州共同解决执行难联动机制实施方案》（楚政法发〔2018〕3号）第二条第（一）项'],
    matter: '督促被执行人自觉履行生效法律文书确定的义务',
  },
  urgingEndedLetter: {
    ...addressed('双柏县人民代表大会常务委员会', '2026-04-20'),
    kind: 'urgingEndedLetter',
    number: '云2301督终函〔2026〕1号',
    grounds: ['《楚雄州共同解决执行难联动机制实施方案》（楚政法发〔2018〕3号）第五条第（四）项'],
    ground: '被执行人已履行生效法律文书确定的义务',
    original: { title: '督促履行函', number: '云2301督促函〔2026〕2号', servedOn: day('2026-03-02') },
  },
  orderToAssist: {
    ...addressed(landRegistry, '2026-03-20'),
    kind: 'orderToAssist',
    number: '云2301责协通〔2026〕1号',
    grounds: [`${procedureLaw}第一百一十七条`],
    matter: '办理不动产查封登记',
    original: sealNotice,
    remindedOn: day('2026-03-09'),
    refusalReason: '需经内部审批。',
  },
  transferLetter: {
    ...addressed('楚雄市公安局', '2026-03-10'),
    kind: 'transferLetter',
    number: '云2301移送函〔2026〕1号',
    grounds: ['《中华人民共和国刑法》第三百一十三条'],
    refusalGround: '隐藏、转移财产，致使生效判决无法执行',
    evidence: [
      { group: 'identity', titles: ['常住人口信息'] },
      { group: 'duty', titles: ['民事判决书及生效证明', '执行通知书及送达回证'] },
      { group: 'ability', titles: ['账户交易明细'] },
      { group: 'refusalActs', titles: ['调查笔录', '转账凭证'] },
      { group: 'circumstances', titles: ['财产变动情况表'] },
    ],
    course: [
      { on: day('2026-01-08'), what: '立案执行' },
      { on: day('2026-01-12'), what: '送达执行通知书、报告财产令，被执行人未报告财产。' },
      { on: day('2026-02-10'), what: '查明被执行人将存款转入他人账户' },
    ],
  },
  filingSupervisionRequest: {
    ...addressed('楚雄市人民检察院', '2026-04-02'),
    kind: 'filingSupervisionRequest',
    number: '云2301立督函〔2026〕1号',
    grounds: ['《中华人民共和国刑事诉讼法》第一百一十三条'],
    police: '楚雄市公安局',
    transfer: { title: '案件移送函', number: '云2301移送函〔2026〕1号', servedOn: day('2026-03-03') },
    policeAnswer: 'silent',
    policeTermEndedOn: day('2026-03-10'),
  },
  liftNotice: {
    ...addressed(landRegistry, '2026-03-31'),
    kind: 'liftNotice',
    number: '云2301解除通〔2026〕1号',
    grounds: [`${procedureLaw}第二百五十五条`, '《最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定》第二十八条'],
    matter: '办理不动产查封登记',
    rulingNumber: '（2026）云2301执123号之二',
    original: sealNotice,
    objects: [house],
    ground: '被执行人已全部履行生效法律文书确定的义务',
    scope: 'all',
    clearsLapsedMark: false,
  },
  closingNotice: {
    ...common,
    kind: 'closingNotice',
    number: '云2301结通〔2026〕1号',
    grounds: ['《最高人民法院关于人民法院执行工作若干问题的规定（试行）》第64条'],
    balance: { costsFen: 0, ordinaryInterestFen: 0, principalFen: 0, doubledInterestFen: 0, totalFen: 0 },
    closedAs: '执行完毕',
    paidFen: 13_671_705,
    liftedCount: 12,
  },
};

export const proofOfService: ServiceReturnFacts = {
  court: common.court,
  caseNumber: common.caseNumber,
  paper: { title: sealNotice.title, number: sealNotice.number },
  recipient: landRegistry,
  place: '成员单位电子送达通道',
  manner: '电子送达',
  servedAt: '2026-03-03T09:05:00.000+08:00',
  receiptNo: 'R-2026-0001',
};

/** The same facts as they are before approval. */
export const asDraft = (kind: PaperKind): PaperFacts => {
  const { number: _number, ...draft } = issued[kind];
  return draft;
};
