import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { infoQuery, planQuery } from '../../api.ts';
import { describePlanLine } from './wording.ts';

/** The interview plan in a line, where there is one; today’s work is then its work. */
export function PlanLine(): ReactNode {
  const date = useQuery(infoQuery).data?.settings.interviewDate ?? null;
  const { data, isPending } = useQuery(planQuery);
  if (data?.plan) return <p className="work-estimate">{describePlanLine(data.plan)}</p>;
  // A plan takes a moment to make, and nothing may move when it comes.
  return isPending && date !== null ? (
    <p className="work-estimate" aria-hidden="true">
      {'\u00a0'}
    </p>
  ) : null;
}
