import type { Problem } from '../../problem';
import type { WorkloadSubject } from './subject';

export const budgetProblems = (_subject: WorkloadSubject): Problem[] => [];
