import type { Problem } from '../../problem';
import type { WorkloadSubject } from './subject';

export const lineageProblems = (_subject: WorkloadSubject): Problem[] => [];
