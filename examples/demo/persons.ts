import { filingsIn, type Docket } from './docket.ts';

/** Something by which a person or company could be known, and which may stand nowhere but in an encrypted column. */
export interface Trait {
  readonly kind: 'name' | 'number' | 'address';
  readonly text: string;
}

/** Everything by which the people and companies of a docket could be known, each once. */
export const traitsIn = (docket: Docket): readonly Trait[] => {
  const traits = filingsIn(docket).flatMap(({ applicants, debtors }) => [
    ...applicants.flatMap(traitsOf),
    ...debtors.flatMap(traitsOf),
    ...debtors.flatMap(({ legalRepresentative }) => (legalRepresentative === undefined ? [] : traitsOf(legalRepresentative))),
  ]);
  return traits.filter(({ text }, index) => traits.findIndex((other) => other.text === text) === index);
};

interface Known {
  readonly name: string;
  readonly idNo: string;
  readonly address?: string;
}

const traitsOf = ({ name, idNo, address }: Known): readonly Trait[] => [
  { kind: 'name', text: name },
  { kind: 'number', text: idNo },
  ...(address === undefined ? [] : [{ kind: 'address', text: address } as const]),
];
