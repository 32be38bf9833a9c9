import type { CloudformationStackConfig } from '@cdktf/provider-aws/lib/cloudformation-stack';
import type { Protection } from '../kernel/protection';

/** A protected CloudFormation stack that leaves nothing behind where it could not be made: one that failed has to be deleted by hand. */
export const wholeOrNothing = ({
  lifecycle,
}: Protection): Pick<CloudformationStackConfig, 'onFailure' | 'lifecycle'> => ({
  onFailure: 'DELETE',
  // AWS does not tell it, so a stack that is imported would be replaced by one that has it: terraform-provider-aws 5.100, stack.go.
  lifecycle: { ...lifecycle, ignoreChanges: ['on_failure'] },
});
