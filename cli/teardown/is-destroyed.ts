import type { PlannedChange } from '../../deployment/plan-judgement';

/** Whether a change takes a resource from AWS; `terraform_data` was never there. */
export const isDestroyed = ({ type, action }: PlannedChange): boolean =>
  action === 'destroy' && type !== 'output' && type !== 'terraform_data';
