import { generateKeyPairSync } from 'node:crypto';
import { civilDate } from '../../domain/calendar/instant.ts';
import type { Unit, UnitCode, UnitLevel } from '../../domain/unit/unit.ts';

const unit = (code: string, name: string, level: UnitLevel, region: string, duties: readonly string[]): Unit => ({
  code: code as UnitCode,
  planName: name,
  names: [{ name, validFrom: civilDate('2018-01-26') }],
  level,
  region,
  duties,
  channels: ['rest'],
  validFrom: civilDate('2018-01-26'),
});

/** The member units of the invented court's registry. */
export const units: readonly Unit[] = [
  unit('cx-social-insurance', '演示社会保险中心', 'county', '532301', ['C04']),
  unit('cx-natural-resources', '演示自然资源局', 'county', '532301', ['C14']),
  unit('cx-congress', '演示市人大常委会', 'county', '532301', ['C01']),
  unit('cxz-congress', '演示州人大常委会', 'prefecture', '532300', ['C01']),
  unit('cx-police', '演示市公安局', 'county', '532301', ['C08']),
  unit('cx-procuratorate', '演示市人民检察院', 'county', '532301', ['C09']),
  { ...unit('cx-dissolved', '演示已撤销委员会', 'county', '532301', ['C01']), validTo: civilDate('2020-12-31') },
];

/** Each unit signs with a key of its own. */
export const unitKeys = new Map(units.map(({ code }) => [code as string, generateKeyPairSync('ed25519')]));
