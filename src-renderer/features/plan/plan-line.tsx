import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { planQuery } from '../../api.ts';
import { describePlanLine } from './wording.ts';

/** The interview plan in a line, where there is one; today’s work is then its work. */
export function PlanLine(): ReactNode {
  const plan = useQuery(planQuery).data?.plan;
  return plan ? <p className="work-estimate">{describePlanLine(plan)}</p> : null;
}
