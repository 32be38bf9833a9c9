import { modelCardPresent } from '../../../lambda/checks/model-card-present';
import { type Answers, fakeClients, inPages } from '../fake-clients';

const arnOf = (group: string, version: number) =>
  `arn:aws:sagemaker:eu-central-1:111122223333:model-package/${group}/${version}`;

interface Registry {
  /** By group, the approved versions, newest first; each with the status of the card within. */
  readonly groups: Readonly<Record<string, readonly { version: number; card?: string }[]>>;
  /** Cards on their own. */
  readonly cards?: readonly { status: string; content: object }[];
}

const answersOf = ({ groups, cards = [] }: Registry): Answers => ({
  ListModelPackageGroups: inPages(
    'ModelPackageGroupSummaryList',
    Object.keys(groups).map((ModelPackageGroupName) => ({ ModelPackageGroupName })),
  ),
  ListModelPackages: (input) => {
    const group = String(input.ModelPackageGroupName);
    const approved = groups[group]?.map(({ version }) => ({
      ModelPackageVersion: version,
      ModelPackageArn: arnOf(group, version),
    }));
    return inPages('ModelPackageSummaryList', approved ?? [])(input);
  },
  DescribeModelPackage: ({ ModelPackageName }) => {
    const all = Object.entries(groups).flatMap(([group, versions]) =>
      versions.map(({ version, card }) => ({ arn: arnOf(group, version), card })),
    );
    const card = all.find(({ arn }) => arn === ModelPackageName)?.card;
    return card ? { ModelCard: { ModelCardStatus: card, ModelCardContent: '{}' } } : {};
  },
  ListModelCards: inPages(
    'ModelCardSummaries',
    cards.map(({ status }, n) => ({ ModelCardName: String(n), ModelCardStatus: status })),
  ),
  DescribeModelCard: ({ ModelCardName }) => ({ Content: JSON.stringify(cards[Number(ModelCardName)]?.content) }),
});

const run = async (registry: Registry) => {
  const { clients, requests } = fakeClients(answersOf(registry));
  const verdicts = await modelCardPresent.onSchedule({ accountId: '111122223333', parameters: {}, clients });
  return { verdicts, requests };
};
const judged = async (registry: Registry) => (await run(registry)).verdicts;

const groupCard = (group: string, status = 'Approved') => ({
  status,
  content: { model_package_details: { model_package_group_name: group } },
});

describe('a model package group', () => {
  it('complies with an approved card within its newest approved version', async () => {
    expect(await judged({ groups: { fraud: [{ version: 3, card: 'Approved' }, { version: 2 }] } })).toEqual([
      { resourceType: 'AWS::SageMaker::ModelPackageGroup', resourceId: 'fraud', compliance: 'COMPLIANT' },
    ]);
  });

  it('does not comply without a card, and is told which version lacks it and what to do', async () => {
    expect(await judged({ groups: { fraud: [{ version: 3 }, { version: 2, card: 'Approved' }] } })).toMatchObject([
      {
        compliance: 'NON_COMPLIANT',
        annotation: expect.stringMatching(/^Version 3 is approved without a model card: add one/),
      },
    ]);
  });

  it.each([
    ['names the group', { model_package_details: { model_package_group_name: 'fraud' } }],
    ['names the newest approved version', { model_package_details: { model_package_arn: arnOf('fraud', 3) } }],
    ['has the version as its model id', { model_overview: { model_id: arnOf('fraud', 3) } }],
    ['has the group as its model name', { model_overview: { model_name: 'fraud' } }],
  ])('complies with a card on its own that %s', async (_how, content) => {
    const cards = [groupCard('other'), { status: 'Approved', content }];
    expect(await judged({ groups: { fraud: [{ version: 3 }] }, cards })).toMatchObject([{ compliance: 'COMPLIANT' }]);
  });

  it.each([
    ['of another group', groupCard('fraud-2')],
    ['of an older version only', { status: 'Approved', content: { model_overview: { model_id: arnOf('fraud', 2) } } }],
    ['that is archived', groupCard('fraud', 'Archived')],
    ['that names no model', { status: 'Approved', content: { model_overview: {} } }],
    ['that is empty', { status: 'Approved', content: {} }],
  ])('does not comply with a card %s', async (_which, card) => {
    expect(await judged({ groups: { fraud: [{ version: 3 }] }, cards: [card] })).toMatchObject([
      { compliance: 'NON_COMPLIANT' },
    ]);
  });

  it.each(['Draft', 'PendingReview'])('complies with a card that is %s, and is told so', async (status) => {
    const noted = {
      compliance: 'COMPLIANT',
      annotation: `Version 3 has a model card that is ${status}: have it approved.`,
    };
    const within = { groups: { fraud: [{ version: 3, card: status }] } };
    const apart = { groups: { fraud: [{ version: 3 }] }, cards: [groupCard('fraud', status)] };
    expect(await judged(within)).toMatchObject([noted]);
    expect(await judged(apart)).toMatchObject([noted]);
  });

  it('takes the approved one of several cards', async () => {
    const [verdict] = await judged({
      groups: { fraud: [{ version: 3 }] },
      cards: [groupCard('fraud', 'Draft'), groupCard('fraud')],
    });
    expect(verdict?.annotation).toBeUndefined();
  });

  it('is not helped by an archived card within the version, but by one on its own', async () => {
    const groups = { fraud: [{ version: 3, card: 'Archived' }] };
    expect(await judged({ groups })).toMatchObject([{ compliance: 'NON_COMPLIANT' }]);
    expect(await judged({ groups, cards: [groupCard('fraud')] })).toMatchObject([{ compliance: 'COMPLIANT' }]);
  });

  it('needs no card before a version is approved', async () => {
    expect(await judged({ groups: { fraud: [] } })).toMatchObject([{ compliance: 'NOT_APPLICABLE' }]);
  });
});

describe('the model package groups of a region', () => {
  it('get one verdict each, page by page', async () => {
    const groups = { a: [{ version: 1, card: 'Approved' }], b: [{ version: 1 }], c: [], d: [{ version: 1 }] };
    const verdicts = await judged({ groups, cards: [groupCard('d')] });
    expect(verdicts.map(({ resourceId, compliance }) => [resourceId, compliance])).toEqual([
      ['a', 'COMPLIANT'],
      ['b', 'NON_COMPLIANT'],
      ['c', 'NOT_APPLICABLE'],
      ['d', 'COMPLIANT'],
    ]);
  });

  it('share one look at the cards on their own, and need none where each version has its card', async () => {
    const asked = async (registry: Registry) =>
      (await run(registry)).requests.filter(({ command }) => command === 'DescribeModelCard').length;
    const cards = [groupCard('a'), groupCard('b')];
    expect(await asked({ groups: { a: [{ version: 1 }], b: [{ version: 1 }] }, cards })).toBe(2);
    expect(await asked({ groups: { a: [{ version: 1, card: 'Draft' }] }, cards })).toBe(0);
  });

  it('are asked about approved versions only, the newest first, and never for text that may be encrypted', async () => {
    const { requests } = await run({ groups: { a: [{ version: 1 }] }, cards: [groupCard('a')] });
    const inputs = (command: string) => requests.filter((each) => each.command === command).map(({ input }) => input);
    expect(inputs('ListModelPackages')).toMatchObject([
      { ModelApprovalStatus: 'Approved', SortBy: 'CreationTime', SortOrder: 'Descending' },
    ]);
    expect([...inputs('DescribeModelPackage'), ...inputs('DescribeModelCard')]).toMatchObject([
      { IncludedData: 'MetadataOnly' },
      { IncludedData: 'MetadataOnly' },
    ]);
  });

  it('never get more explanation than Config takes, however long the names', async () => {
    const group = 'g'.repeat(63);
    const [verdict] = await judged({ groups: { [group]: [{ version: 2 ** 31 }] } });
    expect(verdict?.annotation?.length).toBeLessThanOrEqual(256);
  });
});
