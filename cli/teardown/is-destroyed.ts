import { isLoss, type PlannedChange } from '../../deployment/plan-judgement';

/** Whether a change takes a resource from AWS for good. */
export const isDestroyed = (change: PlannedChange): boolean => change.action === 'destroy' && isLoss(change);
