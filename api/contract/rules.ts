import type { z } from 'zod';
import type { AmountError } from '../../domain/claim/money.ts';
import type { CaseNumberError } from '../../domain/enforcement-case/case-number.ts';
import type { PartyNameError } from '../../domain/party/name.ts';
import type { ResidentIdentityError } from '../../domain/party/resident-identity.ts';
import type { UnifiedCreditCodeError } from '../../domain/party/unified-credit-code.ts';

/** Every rule a field can break, whether the domain or the counter sets it. */
export type FieldRule =
  | CaseNumberError['kind']
  | PartyNameError['kind']
  | ResidentIdentityError['kind']
  | UnifiedCreditCodeError['kind']
  | AmountError['kind']
  | keyof typeof ofTheCounter;

/** One field that was refused. `pointer` is a JSON pointer into the body, or names the parameter or header. */
export interface FieldFault {
  readonly pointer: string;
  readonly rule: FieldRule;
  /** The bound that was crossed, where the rule has one. */
  readonly bound?: number;
}

/** The rule in a sentence for whoever must put it right. */
export const ruleInWords = ({ rule, bound }: FieldFault): string => inWords[rule].replace('{n}', String(bound ?? ''));

/** Refuses the value a schema is reading, or a part of it. */
export const refuse = (context: z.RefinementCtx<unknown>, rule: FieldRule, path: readonly (string | number)[] = []): never => {
  context.addIssue({ code: 'custom', path: [...path], params: { rule }, message: rule });
  return undefined as never;
};

export const isFieldRule = (text: unknown): text is FieldRule => typeof text === 'string' && Object.hasOwn(inWords, text);

const ofTheCounter = {
  required: '此项必须填写。',
  wrongType: '此项填写的数据种类不对。',
  wrongForm: '此项的写法不符合要求。',
  notOffered: '此项不在可选范围之内。',
  unknownField: '没有这一项，请核对名称。',
  tooLong: '此项过长，最多{n}。',
  tooShort: '此项过短或者过少，至少{n}。',
  tooLarge: '此项过大，最大{n}。',
  tooSmall: '此项过小，最小{n}。',
  tooDeep: '内容层次过深，最多{n}层。',
  forbiddenField: '不允许使用这一名称。',
  brokenCharacter: '文字中含有残缺的字符。',
  numberUnreadable: '数字超出可以准确处理的范围。',
  emptyText: '此项不能为空白。',
  invisibleCharacter: '文字中含有不可见的控制字符。',
  invalidDate: '日期不存在，应写作“2026-03-02”。',
  invalidInstant: '时间不存在或者没有写明时区，应写作“2026-03-02T09:00:00+08:00”。',
  dateOutOfRange: '日期超出合理范围。',
  dayInFuture: '日期不得晚于今日。',
  amountZero: '金额应当大于零。',
  amountMissing: '应当填写以分为单位的amountFen，或者以元为单位的amountYuan。',
  amountTwice: 'amountFen与amountYuan只能填写一项。',
  totalTooLarge: '各项金额合计超出合理范围。',
  nothingClaimed: '请求执行的金额不能全部为空。',
  rateUnreadable: '利率应为百分数，最多四位小数，例如“3.45”。',
  rateAbsurd: '利率超出合理范围。',
  endsBeforeItBegins: '终止日不得早于起始日。',
  performanceBeforeEffect: '履行期限届满日不得早于法律文书生效日。',
  appliedBeforeEffect: '申请执行日不得早于法律文书生效日。',
  appliedOutsideCaseYear: '申请执行日应当在案号所载年度或者其上一年度之内。',
  caseYearInFuture: '案号所载年度尚未到来。',
  otherCourt: '与案号所载法院不一致。',
  notYourCourt: '只能办理本院的案件。',
  unknownHandler: '本院没有这名承办人。',
  numberOfOtherKind: '证件种类与当事人类别不符：自然人应为公民身份号码，组织应为统一社会信用代码。',
  onlyForOrganisation: '只有组织才有法定代表人。',
  onlyForNaturalPerson: '只有自然人才能担任人大代表。',
  duplicateParty: '同一当事人重复填写。',
  bothSides: '同一当事人不能既是申请执行人又是被执行人。',
  otherNameSameNumber: '同一证件号码填写了不同的姓名或者名称。',
  nameDiffersFromRecord: '该证件号码在本院登记的姓名或者名称与此不同，请核实。',
  contradictsEarlier: '同一人在两处填写的情况不一致。',
  unitRequired: '州级、县级人大代表应当写明所属人大常委会。',
  unitNotAllowed: '州、县两级以外的人大代表不填写单位。',
  unknownUnit: '成员单位名录中没有这个单位。',
  unitWithoutDuty: '该单位不承担这项职责。',
  unitOfOtherLevel: '该单位的级别与所填级别不一致。',
  duplicateInDocket: '同一批次中案号重复。',
  unknownLine: '该协助事项没有这一项标的。',
  duplicateLine: '同一项标的重复填写。',
  stepOfOtherRequest: '该步骤号不属于这一协助事项。',
  termMissing: '已生效的查封应当写明起止时间。',
  invalidCursor: '翻页标记无效，请从第一页重新查询。',
  invalidKey: '幂等键由1至100个字母、数字或者“-_.:”组成。',
  notBase64: '内容应当以Base64编码。',
} as const;

const inWords: Record<FieldRule, string> = {
  ...ofTheCounter,
  malformed: '案号写法不对，应如“（2026）云2301执123号”。',
  yearOutOfRange: '案号所载年度应在2016年以后。',
  unknownCourt: '没有这个法院代字。',
  unknownType: '不是执行案件的类型代字。',
  serialOutOfRange: '案件编号应为不以零开头的正整数。',
  emptyName: '姓名或者名称不能为空白。',
  nameTooLong: '姓名或者名称最多100个字。',
  controlCharacter: '姓名或者名称中含有不可见的控制字符。',
  wrongLength: '证件号码应为18位。',
  forbiddenCharacter: '证件号码中含有不允许的字符。',
  unknownArea: '身份号码前两位不是行政区划代码。',
  impossibleDate: '身份号码中的出生日期不存在或者尚未到来。',
  wrongCheckDigit: '身份号码的校验码不符，请核对。',
  regionNotDigits: '统一社会信用代码第三至第八位应为数字。',
  wrongCheckCharacter: '统一社会信用代码的校验码不符，请核对。',
  amountUnreadable: '金额写法不对，以元填写时应如“1234.50”。',
  amountNotWholeFen: '金额应当精确到分，不能有不足一分的零头。',
  amountNegative: '金额不得为负数。',
  amountTooLarge: '金额超出合理范围。',
};
