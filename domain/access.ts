import type { SigningLevel } from './paper/paper.ts';

/** Who may stand at the counter. @see domain.md §5 */
export const roles = [
  'court-system',
  'judge',
  'clerk',
  'bureauHead',
  'president',
  'liaison',
  'office',
  'supervisor',
  'auditor',
  'unit-system',
] as const;

export type Role = (typeof roles)[number];

/** A person or system whose sign-in has been proven. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  /** The 法院代字 of the court that vouches for the person. */
  readonly court: string;
  /** For those who speak for a member unit. */
  readonly unit?: string;
}

/** Whose case it is. */
export interface CaseOwner {
  readonly court: string;
  readonly handler: string;
}

/** What a role signs. A court system and a clerk sign nothing. */
export const levelOf = (role: Role): SigningLevel | undefined =>
  role === 'judge' || role === 'bureauHead' || role === 'president' ? role : undefined;

/** Whether the person works on this very case: a judge on his own, the rest of the court's staff on every case of the court. */
export const worksOnCase = ({ id, role, court }: Person, owner: CaseOwner): boolean => {
  if (court !== owner.court) return false;
  switch (role) {
    case 'judge':
      return owner.handler === id;
    case 'court-system':
    case 'clerk':
    case 'bureauHead':
    case 'president':
      return true;
    default:
      return false;
  }
};

/** Whether the person may see where a case stands. A supervisor sees the process of every court's cases. */
export const maySeeProcess = (person: Person, owner: CaseOwner): boolean => person.role === 'supervisor' || worksOnCase(person, owner);

/** Whether names, numbers and addresses may be shown. Those who watch over the process need none of them. */
export const maySeePersons = (person: Person, owner: CaseOwner): boolean => worksOnCase(person, owner);

/** Whether the person speaks for the unit: his own and no other. */
export const speaksFor = ({ role, unit }: Person, code: string): boolean =>
  (role === 'liaison' || role === 'unit-system') && unit !== undefined && unit === code;

/** Whether the person may see how a request stands: the court that asks, who watches over it, and the unit that is asked. */
export const maySeeRequest = (person: Person, owner: CaseOwner, unit: string): boolean =>
  speaksFor(person, unit) || maySeeProcess(person, owner);

/** Whether the person may list the cases of a court, be it his own or one he watches over. */
export const mayListCourt = ({ role, court }: Person, listed: string): boolean => role === 'supervisor' || court === listed;
