import { assertNever } from '../domain/result.ts';
import { items, paragraph, parties, type PaperContent, type PartyLine } from './content.ts';
import type { FactsOf } from './facts.ts';
import { arrears, caseAgainst, dutyText } from './instrument.ts';
import { byLaw } from './legal-basis.ts';
import { paperOf } from './letterhead.ts';
import { objectTable, termTable } from './objects.ts';
import { fullParty, partiesAs, recognisableParty } from './parties.ts';
import { clause } from './wording.ts';

type Facts = FactsOf<'enforcementRuling'>;

/**
 * 执行裁定书 on sealing, renewal or lifting. It travels with the notice to the unit; therefore it names the subject in full, the
 * applicant with masked number and without address, and no other debtor.
 * @see CPL 253, 255; CPLI 485; SFF 24, 26–28
 */
export const composeEnforcementRuling = (facts: Facts): PaperContent =>
  paperOf(facts, {
    body: [
      parties(...partyLines(facts)),
      ...reasons(facts).map(paragraph),
      paragraph(`${byLaw(facts.grounds)}裁定如下：`),
      items(...orders(facts)),
      ...(facts.rules === 'lift' ? objectTable(facts.objects) : termTable(facts.objects)),
    ],
    remedies: facts.rules === 'lift' ? [objection] : [objection, outsidersObjection],
    formula: facts.rules === 'lift' ? '本裁定送达后即发生法律效力。' : '本裁定立即执行。',
    signatory: `审判员　${facts.handler.name}`,
  });

const partyLines = (facts: Facts): readonly PartyLine[] => [
  ...partiesAs(facts, 'applicant').map((party) => recognisableParty(party)),
  fullParty(facts.subject),
];

const reasons = (facts: Facts): readonly string[] => {
  const course = `本院在执行${caseAgainst(facts, facts.subject)}中，查明：${dutyText(facts)}。`;
  const { name } = facts.subject;
  switch (facts.rules) {
    case 'seal':
      return [
        `${course}${arrears(facts)}。`,
        `本院认为，被执行人未履行生效法律文书确定的义务，本院有权查封其应当履行义务部分的财产。经查，${name}名下有下表所列财产可供执行，为保障债权实现，应予查封。`,
      ];
    case 'renewSeal':
      return [
        `${course}${arrears(facts)}。本院此前已查封${name}名下的下表所列财产，查封期限即将届满。`,
        '本院认为，被执行人的义务尚未履行完毕，为防止查封因期限届满而失效，应当在期限届满前续行查封。',
      ];
    case 'lift':
      return [
        `本院在执行${caseAgainst(facts, facts.subject)}中，依法查封了${name}名下的下表所列财产。`,
        `本院认为，${clause(facts.liftGround ?? '查封的原因已经消除')}，上述查封依法应予解除。`,
      ];
    default:
      return assertNever(facts.rules);
  }
};

const orders = ({ rules, subject }: Facts): readonly string[] => {
  switch (rules) {
    case 'seal':
      return [`查封${subject.name}名下的下表所列财产，查封期限以下表所列起止日期为准；`, duringSeal, renewal];
    case 'renewSeal':
      return [`续行查封${subject.name}名下的下表所列财产，原查封顺位不变，续行查封期限以下表所列起止日期为准；`, duringSeal, renewal];
    case 'lift':
      return [`解除本案对${subject.name}名下的下表所列财产的查封。`];
    default:
      return assertNever(rules);
  }
};

const duringSeal =
  '查封期间，未经本院许可，被执行人不得对查封财产实施转移、设定权利负担或者其他有碍执行的行为，有关单位不得为其办理上述手续；';

const renewal = '申请执行人需要续行查封的，应当在查封期限届满前向本院提出书面申请；期限届满未续行查封的，查封的效力消灭。';

/** @see OB 6, EPI 9 */
const objection = '当事人、利害关系人认为本执行行为违反法律规定的，可以在执行程序终结之前向本院提出书面异议；异议审查期间不停止执行。';

const outsidersObjection = '案外人对上列财产主张足以排除执行的实体权利的，可以在该财产执行终结之前向本院提出书面异议。';
