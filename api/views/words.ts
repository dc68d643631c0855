import type { CourtDuty } from '../../domain/enforcement-case/case.ts';
import type { Purpose } from '../../domain/enforcement-case/proposal.ts';
import type { Measure } from '../../domain/measure/measure.ts';
import type { PartyRole } from '../../domain/party/party.ts';
import type { ReferralGround, ReferralStanding } from '../../domain/referral/referral.ts';

export const roleInWords: Readonly<Record<PartyRole, string>> = {
  applicant: '申请执行人',
  debtor: '被执行人',
  legalRepresentative: '法定代表人',
  responsiblePerson: '主要负责人、直接责任人员或者实际控制人',
};

export const measureInWords: Readonly<Record<Measure['status'], string>> = {
  waiting: '轮候查封',
  inForce: '查封生效',
  lapsed: '期限届满失效',
  lifted: '已解除',
};

export const dutyInWords: Readonly<Record<CourtDuty['status'], string>> = { open: '期限内', met: '已完成', overdue: '已逾期' };

/** What a proposal will do once it is signed; of a request, the catalogue's own title says it. */
export const purposeInWords: Readonly<Record<Exclude<Purpose['kind'], 'request'>, string>> = {
  order: '责令协助单位履行协助义务',
  renewal: '续行查封',
  lift: '解除查封',
  clearing: '涂销已失效的查封登记',
  endOfUrging: '终止督促',
  noticeToDebtor: '通知被执行人履行并报告财产',
};

export const groundInWords: Readonly<Record<ReferralGround, string>> = {
  concealsProperty: '隐藏财产',
  transfersProperty: '转移财产',
  destroysProperty: '故意毁损财产',
  refusesDelivery: '拒不交付法律文书指定交付的财物、票证或者拒不迁出房屋、退出土地',
  violenceOrThreat: '以暴力、威胁方法阻碍执行',
};

export const referralInWords: Readonly<Record<ReferralStanding, string>> = {
  prepared: '移送材料待签发、送达',
  withPolice: '已移送公安机关',
  policeSilent: '公安机关逾期未答复',
  notFiled: '公安机关决定不予立案',
  supervisionAsked: '已提请检察机关立案监督',
  noticeToFile: '检察机关已通知立案',
  policeIgnoreNotice: '公安机关逾期未按通知立案',
  filed: '公安机关已立案',
  reasonsHold: '检察机关认为不立案理由成立',
};
