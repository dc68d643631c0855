import type { AssistanceEvent, AssistanceEventType } from './events.ts';
import type { StepKind } from './request.ts';

/** What happened, as a timeline and the Temporal UI say it. An event without words does not compile. */
export const requestEventInWords = (event: AssistanceEvent): string => {
  if (event.type === 'StepDecided') return `决定${stepInWords[event.step]}`;
  if (event.type === 'StepDelivered') return deliveredInWords[event.step];
  return words[event.type];
};

/** What a step does. */
export const stepInWords: Record<StepKind, string> = {
  service: '送达协助文书',
  reminder: '催办',
  order: '责令协助履行',
  renewal: '续行',
  lift: '解除',
  clearing: '涂销登记',
  endOfUrging: '终止督促',
};

const deliveredInWords: Record<StepKind, string> = {
  service: '协助文书已送达',
  reminder: '催办已送达',
  order: '责令书已送达',
  renewal: '续行文书已送达',
  lift: '解除文书已送达',
  clearing: '涂销文书已送达',
  endOfUrging: '督促终止函已送达',
};

const words: Record<Exclude<AssistanceEventType, 'StepDecided' | 'StepDelivered'>, string> = {
  RequestOpened: '协助事项立项',
  DeliveryFailed: '送达未成功，择时再送',
  DeliveryLeftToClerk: '送达未成功，交书记员处理',
  DeliveryResumed: '书记员要求重新送达',
  TermPassed: '答复期限届满',
  AnswerReceived: '收到答复',
  ReplyKeptOnFile: '答复存卷',
  ReplyRepeated: '重复答复，不再处理',
  ReviewSuggested: '收到审查建议，协助期限照常计算',
  ReviewAnswered: '审查建议已答复',
  ReviewOverdue: '审查建议答复逾期',
  OrderDrawnUp: '拟制责令协助履行通知书',
  OrderAwaitsSignature: '责令书逾期未签发',
  OrderDeclined: '责令书未予签发',
  OrderIgnored: '经责令仍未协助',
  ReportedToOffice: '列入领导小组办公室督办清单',
  ChainInformed: '公安、检察期限届满未复',
  TermExtended: '答复期限重新计算',
  MeasureRegistered: '查封已登记',
  MeasurePromoted: '轮候查封转为正式查封',
  MeasureRenewed: '已续行查封',
  MeasureEndNear: '查封期限即将届满',
  MeasureLapsed: '查封期限届满失效',
  MeasureLifted: '查封已解除',
  MarkCleared: '失效登记已涂销',
  MovedTo: '移交其他案件',
  InstructionMoot: '指令已无可执行内容',
  ExchangeClosed: '本次往来办结',
  RequestEnded: '协助事项办结',
};
