import type { World } from '../../world';
import type { Ec2Operations } from './api';
import { declaredIn } from './declared';

/** Defaults of an account that nothing here changes but a declarative policy. */
export const accountDefaultOperations = (world: Pick<World, 'organization'>): Ec2Operations => ({
  GetSerialConsoleAccessStatus: ({ account }) => {
    const declared = declaredIn(world, account).valueOf('serial_console_access', 'status');
    return {
      SerialConsoleAccessEnabled: declared === 'enabled',
      ManagedBy: declared ? 'declarative-policy' : 'account',
    };
  },
  // ModifyEbsDefaultKmsKeyId is refused, so it is the key of AWS (EC2 API Reference, GetEbsDefaultKmsKeyId).
  GetEbsDefaultKmsKeyId: () => ({ KmsKeyId: 'alias/aws/ebs' }),
});
