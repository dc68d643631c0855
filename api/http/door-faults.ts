/** What the door itself refuses, before anything reaches a case. A fault without status and words does not compile. */
export type DoorFault = keyof typeof table;

interface DoorFaultText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const comeAgain = { 'retry-after': '2' } as const;

const table = {
  badAddress: { status: 400, title: '地址有误', detail: '请求地址无法识别，请核对后重新提交。' },
  badJson: { status: 400, title: '内容无法读取', detail: '提交的内容不是有效的JSON文本。' },
  badQuery: { status: 400, title: '查询条件有误', detail: '请按所列各项更正查询条件。' },
  idempotencyKey: {
    status: 400,
    title: '缺少幂等键',
    detail: '办理事项须附带Idempotency-Key请求头，同一事项重复提交时使用同一幂等键。',
  },
  unauthenticated: {
    status: 401,
    title: '尚未登录',
    detail: '没有提供有效的身份凭证，或者凭证已经失效，请重新登录。',
    headers: { 'www-authenticate': 'Bearer' },
  },
  signInFailed: { status: 401, title: '登录失败', detail: '账号或者口令不正确。' },
  unitNotGenuine: { status: 401, title: '签名未通过验证', detail: '无法确认消息由该成员单位发出。' },
  notAllowed: { status: 403, title: '无权办理', detail: '您的身份不能办理此事项，本次操作已记录。' },
  notYourCase: { status: 403, title: '无权办理该案', detail: '该案不由您承办或者不属于本院，本次操作已记录。' },
  notYourUnit: { status: 403, title: '无权办理', detail: '只能办理本单位的协助事项，本次操作已记录。' },
  unitMismatch: { status: 403, title: '单位不一致', detail: '消息所载单位与发出单位不一致。' },
  foreignRequest: { status: 403, title: '不是本单位的协助事项', detail: '该协助事项不是向该单位提出的。' },
  notFound: { status: 404, title: '没有此项', detail: '所请求的内容不存在。' },
  caseUnknown: { status: 404, title: '没有这个案件', detail: '未查到该案件，请核对案号。' },
  requestNotKnown: { status: 404, title: '没有这个协助事项', detail: '未查到该协助事项，请核对编号。' },
  paperUnknown: { status: 404, title: '没有这份文书', detail: '未查到该文书，请核对标识。' },
  unitUnknown: { status: 404, title: '没有这个单位', detail: '成员单位名录中没有该单位。' },
  methodNotAllowed: { status: 405, title: '不支持这种操作', detail: '此地址不支持这种操作方式。' },
  caseFiledOtherwise: { status: 409, title: '案号已被使用', detail: '该案号已经立案，且所载内容与本次提交不一致，未作任何变更。' },
  replyFiledOtherwise: { status: 409, title: '编号已被使用', detail: '该编号的答复已经收到，且内容与本次提交不一致，未作任何变更。' },
  bodyTooLarge: { status: 413, title: '内容过大', detail: '提交的内容超出限额，未予受理。' },
  mediaTypeUnsupported: { status: 415, title: '内容格式不支持', detail: '请以UTF-8编码的JSON提交，内容不得压缩。' },
  invalidBody: { status: 422, title: '填写有误', detail: '请按所列各项更正后重新提交，未作任何变更。' },
  keyReused: { status: 422, title: '幂等键已被使用', detail: '同一幂等键曾用于其他内容，请更换幂等键后提交。' },
  tooManyRequests: { status: 429, title: '操作过于频繁', detail: '请稍后再试。' },
  internal: { status: 500, title: '系统出现故障', detail: '故障已记录，请联系系统管理人员，并提供本次请求的编号。' },
  unavailable: {
    status: 503,
    title: '暂时无法受理',
    detail: '系统暂时无法受理，没有发生任何变更，请用同一幂等键重试。',
    headers: comeAgain,
  },
  caseOpening: {
    status: 503,
    title: '案件正在建立',
    detail: '立案材料已经收到，案件正在建立，请稍后再查询。',
    headers: comeAgain,
  },
} as const satisfies Record<string, DoorFaultText>;

export const doorFaults: Readonly<Record<DoorFault, DoorFaultText>> = table;
