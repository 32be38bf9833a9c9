import type { Problem } from '../../problem';
import type { WorkloadSubject } from './subject';

export const bedrockProblems = (_subject: WorkloadSubject): Problem[] => [];
