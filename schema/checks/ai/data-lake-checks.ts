import type { Problem } from '../../problem';
import type { WorkloadSubject } from './subject';

export const dataLakeProblems = (_subject: WorkloadSubject): Problem[] => [];
