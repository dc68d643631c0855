import { year2018 } from '../../calendar/years/2018.ts';
import { year2019 } from '../../calendar/years/2019.ts';
import { year2020 } from '../../calendar/years/2020.ts';
import { year2021 } from '../../calendar/years/2021.ts';
import { year2022 } from '../../calendar/years/2022.ts';
import { year2023 } from '../../calendar/years/2023.ts';
import { year2024 } from '../../calendar/years/2024.ts';
import { year2025 } from '../../calendar/years/2025.ts';
import { year2026 } from '../../calendar/years/2026.ts';
import type { LawPack, LawPackId } from '../law-pack.ts';
import { answerTerms } from './answer-terms.ts';
import { articles } from './articles.ts';
import { limitsOfControl } from './limits-of-control.ts';
import { limitsOfReferral } from './limits-of-referral.ts';
import { limitsOfTheCourt } from './limits-of-the-court.ts';

/** The law as known in November 2026: nine published years, the first limits, the Civil Procedure Law in its texts of 2017 to 2023. */
export const november2026: LawPack = {
  id: '2026-11' as LawPackId,
  calendar: { years: [year2018, year2019, year2020, year2021, year2022, year2023, year2024, year2025, year2026] },
  limits: [...limitsOfTheCourt, ...limitsOfControl, ...limitsOfReferral, ...answerTerms],
  articles,
};
