import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { endOfDay, startOfDay } from '../filters/days.ts';
import { given } from '../filters/search.ts';
import type { AuditSearch } from './search.ts';

type AuditPage = operations['auditList']['responses'][200]['content']['application/json']['data'];
export type AuditLine = AuditPage['lines'][number];

const PAGE = 100;

export const auditFilters = ({ from, to, actor, role, action, object, customer, request }: AuditSearch) =>
  given({
    from: from && startOfDay(from),
    to: to && endOfDay(to),
    actor,
    role,
    action,
    object,
    customer,
    request_id: request,
  });

export const auditQuery = (search: AuditSearch) =>
  queryOptions({
    queryKey: ['audit', search],
    queryFn: async () => {
      const query = { ...auditFilters(search), limit: PAGE, ...(search.cursor && { cursor: search.cursor }) };
      const { data } = await answer(api.GET('/api/v1/audit', { params: { query: query as never } }));
      return { rows: data.lines, next: data.next_cursor };
    },
  });
