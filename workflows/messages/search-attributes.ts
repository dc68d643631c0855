import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What supervisors search by. Nothing personal, and nothing that tells what a person owns: these travel in plain sight. */
export const caseNo = defineSearchAttributeKey('CaseNo', SearchAttributeType.KEYWORD);
export const courtCode = defineSearchAttributeKey('CourtCode', SearchAttributeType.KEYWORD);
export const unitCode = defineSearchAttributeKey('UnitCode', SearchAttributeType.KEYWORD);
export const actionId = defineSearchAttributeKey('ActionId', SearchAttributeType.KEYWORD);
export const phase = defineSearchAttributeKey('Phase', SearchAttributeType.KEYWORD);
export const awaitingActor = defineSearchAttributeKey('AwaitingActor', SearchAttributeType.KEYWORD);
export const nextDueAt = defineSearchAttributeKey('NextDueAt', SearchAttributeType.DATETIME);
