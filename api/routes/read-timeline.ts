import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import { nextPage, pageQuery, readCursor } from '../contract/paging.ts';
import { pageOf, TimelineEvent } from '../contract/views.ts';
import { caseRead } from '../http/case-read.ts';
import { timelineEvent } from '../views/timeline.ts';

/** Every event of the case and of all that was born in it. Events hold ids and codes, so that this names nobody. */
export const readTimelineRoute = caseRead({
  path: '/cases/:caseId/timeline',
  summary: '案件大事记',
  query: z.strictObject(pageQuery),
  answer: pageOf(TimelineEvent),
  async view({ row, query }, { reader }) {
    const page = await reader.timeline(row.caseId, readCursor(query), query.limit);
    return ok({ items: page.items.map(timelineEvent), ...nextPage(page) });
  },
});
