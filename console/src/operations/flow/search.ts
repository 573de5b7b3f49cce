import { day, given, text } from '../filters/search.ts';

export interface FlowSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: string | undefined;
}

export const flowSearch = (search: Record<string, unknown>): FlowSearch =>
  given({ from: day(search.from), to: day(search.to), currency: text(search.currency) });
