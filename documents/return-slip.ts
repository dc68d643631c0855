import type { PaperContent, ReturnSlip } from './content.ts';

/** What a unit reports of a search. */
export const inquirySlip: ReturnSlip = {
  title: '协助查询通知书（回执）',
  fields: [
    { label: '收到时间', hint: '　　　　年　　月　　日　　时　　分' },
    { label: '查询结果', hint: '□有记录（附后）　□无记录　□身份信息不符' },
    { label: '查询数据截至时间', hint: '　　　　年　　月　　日　　时　　分' },
    { label: '未能查询的事项及原因', hint: '' },
    { label: '经办人及联系电话', hint: '' },
  ],
};

/** What a unit reports of a measure it registered. */
export const assistanceSlip: ReturnSlip = {
  title: '协助执行通知书（回执）',
  fields: [
    { label: '收到时间', hint: '　　　　年　　月　　日　　时　　分' },
    { label: '办理结果', hint: '□全部办理　□部分办理　□轮候登记　□无此财产或者登记　□未能办理' },
    { label: '登记号及办结时间', hint: '' },
    { label: '登记顺位及在先措施', hint: '' },
    { label: '措施起止日期', hint: '　　　年　　月　　日至　　　年　　月　　日' },
    { label: '部分办理、未能办理的事项及原因', hint: '' },
    { label: '经办人及联系电话', hint: '' },
  ],
};

/** What a unit confirms of a measure it took away. */
export const liftSlip: ReturnSlip = {
  title: '解除通知书（回执）',
  fields: [
    { label: '收到时间', hint: '　　　　年　　月　　日　　时　　分' },
    { label: '办理结果', hint: '□已全部解除　□已部分解除　□此前已解除或者失效　□未能解除' },
    { label: '原登记号及注销时间', hint: '' },
    { label: '部分解除、未能解除的事项及原因', hint: '' },
    { label: '经办人及联系电话', hint: '' },
  ],
};

/** The sentence with which the unit answers; the paper's own number stands in it once there is one. */
export const slipOpening = ({ number, title }: PaperContent): string =>
  `你院${number ?? '　　　　　　号'}${title}收悉，现将办理情况回复如下：`;

export const slipSignature = '（单位公章）　　　　年　　月　　日';
