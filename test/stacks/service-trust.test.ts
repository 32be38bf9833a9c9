import { allowsService } from '../../policy/iam/resource-policy';
import { policyDocument } from '../../policy/iam/statement';
import { serviceTrust } from '../../stacks/parts/service-trust';

const mine = '111111111111';

/** Whether a service may assume a role that trusts it, saying that it acts for an account. */
const may = (service: string, account?: string) =>
  allowsService(policyDocument([serviceTrust(service, mine)]), {
    service,
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${mine}:role/acme-ai-worker`,
    context: account ? { 'aws:SourceAccount': account } : {},
  });

describe('the trust of a service', () => {
  it.each(['bedrock', 'config', 'events', 'glue', 'lakeformation', 'lambda', 's3', 'sagemaker', 'ssm'])(
    'lets %s act for the account, and for no other',
    (service) => {
      expect(may(`${service}.amazonaws.com`, mine)).toBe(true);
      expect(may(`${service}.amazonaws.com`, '222222222222')).toBe(false);
    },
  );

  it('lets a service in that does not say for whom it acts only where AWS documents no such word of it', () => {
    for (const service of ['glue', 'lambda', 's3']) expect(may(`${service}.amazonaws.com`)).toBe(true);
    for (const service of ['bedrock', 'config', 'events', 'lakeformation', 'sagemaker', 'ssm'])
      expect(may(`${service}.amazonaws.com`)).toBe(false);
  });
});
