import { type FakeWorld, type FakeWorldOptions, fakeWorld, refusal } from '../../../support/world';

const scp = (statement: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*', ...statement }],
  });

async function worldWith(types: readonly string[], options?: FakeWorldOptions): Promise<FakeWorld & { root: string }> {
  const world = fakeWorld(options);
  const root = world.organization.find()?.rootId ?? '';
  for (const PolicyType of types) await world.organizations('EnablePolicyType', { RootId: root, PolicyType });
  return { ...world, root };
}

async function policy(
  world: FakeWorld,
  Content: string,
  Type = 'SERVICE_CONTROL_POLICY',
  Name = 'policy',
): Promise<string> {
  const created = await world.organizations('CreatePolicy', { Name, Type, Content, Description: '' });
  return created.Policy.PolicySummary.Id;
}

const attached = async (world: FakeWorld, TargetId: string, Filter = 'SERVICE_CONTROL_POLICY'): Promise<string[]> =>
  (await world.organizations('ListPoliciesForTarget', { TargetId, Filter })).Policies.map(
    ({ Id }: { Id: string }) => Id,
  );

describe('policy types', () => {
  test('attaches FullAWSAccess to everything that is there, and to each unit and account that comes', async () => {
    const world = fakeWorld();
    const root = world.organization.find()?.rootId ?? '';
    const before = await world.vend('before');
    await world.organizations('EnablePolicyType', { RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' });
    const after = await world.vend('after');

    for (const target of [root, before, after]) expect(await attached(world, target)).toEqual(['p-FullAWSAccess']);
  });

  test('detaches every policy of a type that is disabled', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);
    await world.organizations('AttachPolicy', { PolicyId: await policy(world, scp()), TargetId: world.root });
    await world.organizations('DisablePolicyType', { RootId: world.root, PolicyType: 'SERVICE_CONTROL_POLICY' });

    expect(await attached(world, world.root)).toEqual([]);
  });

  test('refuses to enable a type twice, and to disable or attach one that is not enabled', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);
    const tags = await policy(world, '{"tags":{}}', 'TAG_POLICY');

    await expect(
      world.organizations('EnablePolicyType', { RootId: world.root, PolicyType: 'SERVICE_CONTROL_POLICY' }),
    ).rejects.toEqual(refusal('PolicyTypeAlreadyEnabledException'));
    await expect(
      world.organizations('DisablePolicyType', { RootId: world.root, PolicyType: 'TAG_POLICY' }),
    ).rejects.toEqual(refusal('PolicyTypeNotEnabledException'));
    await expect(world.organizations('AttachPolicy', { PolicyId: tags, TargetId: world.root })).rejects.toEqual(
      refusal('PolicyTypeNotEnabledException'),
    );
  });

  test('refuses a type that Organizations does not have', async () => {
    const world = await worldWith([]);

    await expect(
      world.organizations('EnablePolicyType', { RootId: world.root, PolicyType: 'WISH_POLICY' }),
    ).rejects.toEqual(refusal('InvalidInputException', 'INVALID_ENUM_POLICY_TYPE'));
  });

  test('refuses a type whose service has no trusted access, and to take that access away while the type is enabled', async () => {
    const world = await worldWith([]);
    const enable = () =>
      world.organizations('EnablePolicyType', { RootId: world.root, PolicyType: 'SECURITYHUB_POLICY' });
    const ServicePrincipal = 'securityhub.amazonaws.com';

    await expect(enable()).rejects.toEqual(refusal('ConstraintViolationException', 'SERVICE_ACCESS_NOT_ENABLED'));
    await world.organizations('EnableAWSServiceAccess', { ServicePrincipal });
    await enable();
    await expect(world.organizations('DisableAWSServiceAccess', { ServicePrincipal })).rejects.toEqual(
      refusal('ConstraintViolationException', 'POLICY_TYPE_ENABLED_FOR_THIS_SERVICE'),
    );
  });
});

describe('policy documents', () => {
  const tooLong = refusal('ConstraintViolationException', 'POLICY_CONTENT_LIMIT_EXCEEDED');
  const padded = (content: string, length: number) => content.padEnd(length, ' ');

  test.each([
    ['SERVICE_CONTROL_POLICY', scp(), 10_240],
    ['RESOURCE_CONTROL_POLICY', scp({ Principal: '*' }), 5120],
    ['AISERVICES_OPT_OUT_POLICY', '{"services":{}}', 2500],
    ['TAG_POLICY', '{"tags":{}}', 10_000],
  ])(
    'takes a %s up to its limit and refuses one character more, white space included',
    async (type, content, limit) => {
      const world = await worldWith([]);

      await expect(policy(world, padded(content, limit), type)).resolves.toMatch(/^p-/);
      await expect(policy(world, padded(content, limit + 1), type, 'longer')).rejects.toEqual(tooLong);
    },
  );

  test('takes the SCP limit from the settings', async () => {
    const world = await worldWith([], { settings: { scpQuota: { characters: 5120, perTarget: 5 } } });

    await expect(policy(world, padded(scp(), 5121))).rejects.toEqual(tooLong);
  });

  test.each([
    ['text that is no JSON', '{'],
    ['an SCP with a principal', scp({ Principal: '*' })],
    ['an SCP without an action', scp({ Action: undefined })],
    ['an SCP with Action and NotAction', scp({ NotAction: 's3:*' })],
    ['an SCP without a resource', scp({ Resource: undefined })],
    ['an SCP with another effect', scp({ Effect: 'Maybe' })],
    ['an SCP without statements', '{"Version":"2012-10-17"}'],
  ])('refuses %s', async (_what, content) => {
    await expect(policy(await worldWith([]), content)).rejects.toEqual(refusal('MalformedPolicyDocumentException'));
  });

  test.each([
    ['that allows', { Effect: 'Allow', Principal: '*' }],
    ['without a principal', {}],
    ['for one principal', { Principal: { AWS: '111111111111' } }],
  ])('refuses an RCP %s', async (_what, statement) => {
    await expect(policy(await worldWith([]), scp(statement), 'RESOURCE_CONTROL_POLICY')).rejects.toEqual(
      refusal('MalformedPolicyDocumentException'),
    );
  });

  test('refuses an AI opt-out policy without services, an unknown type and a name that is taken', async () => {
    const world = await worldWith([]);
    await policy(world, scp());

    await expect(policy(world, '{}', 'AISERVICES_OPT_OUT_POLICY')).rejects.toEqual(
      refusal('MalformedPolicyDocumentException'),
    );
    await expect(policy(world, '{}', 'WISH_POLICY')).rejects.toEqual(
      refusal('InvalidInputException', 'INVALID_ENUM_POLICY_TYPE'),
    );
    await expect(policy(world, scp())).rejects.toEqual(refusal('DuplicatePolicyException'));
  });

  test('refuses to delete a policy that is attached, and to change one of AWS', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);
    const PolicyId = await policy(world, scp());
    await world.organizations('AttachPolicy', { PolicyId, TargetId: world.root });

    await expect(world.organizations('DeletePolicy', { PolicyId })).rejects.toEqual(refusal('PolicyInUseException'));
    await expect(world.organizations('UpdatePolicy', { PolicyId: 'p-FullAWSAccess', Content: scp() })).rejects.toEqual(
      refusal('InvalidInputException', 'IMMUTABLE_POLICY'),
    );
  });

  test('checks an update like a creation', async () => {
    const world = await worldWith([]);
    const PolicyId = await policy(world, scp());

    await expect(world.organizations('UpdatePolicy', { PolicyId, Content: padded(scp(), 10_241) })).rejects.toEqual(
      tooLong,
    );
  });
});

describe('attachments', () => {
  test('counts FullAWSAccess among the SCPs that one target takes', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY'], {
      settings: { scpQuota: { characters: 10_240, perTarget: 2 } },
    });
    const attach = async (name: string) =>
      world.organizations('AttachPolicy', {
        PolicyId: await policy(world, scp(), undefined, name),
        TargetId: world.root,
      });
    await attach('first');

    await expect(attach('second')).rejects.toEqual(
      refusal('ConstraintViolationException', 'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'),
    );
  });

  test('refuses the same attachment twice, and to detach what is not attached', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);
    const there = { PolicyId: 'p-FullAWSAccess', TargetId: world.root };
    const notThere = { PolicyId: await policy(world, scp()), TargetId: world.root };

    await expect(world.organizations('AttachPolicy', there)).rejects.toEqual(
      refusal('DuplicatePolicyAttachmentException'),
    );
    await expect(world.organizations('DetachPolicy', notThere)).rejects.toEqual(refusal('PolicyNotAttachedException'));
  });

  test('refuses to detach the last SCP of a target, and the full-access RCP at any time', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);
    const detach = (PolicyId: string) => world.organizations('DetachPolicy', { PolicyId, TargetId: world.root });

    await expect(detach('p-FullAWSAccess')).rejects.toEqual(
      refusal('ConstraintViolationException', 'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'),
    );
    await expect(detach('p-RCPFullAWSAccess')).rejects.toEqual(
      refusal('InvalidInputException', 'NON_DETACHABLE_POLICY'),
    );
  });

  test('refuses a target or a policy that does not exist', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);
    const attach = (PolicyId: string, TargetId: string) => world.organizations('AttachPolicy', { PolicyId, TargetId });

    await expect(attach('p-FullAWSAccess', '999999999999')).rejects.toEqual(refusal('TargetNotFoundException'));
    await expect(attach('p-00000000', world.root)).rejects.toEqual(refusal('PolicyNotFoundException'));
  });

  test('lists the targets of a policy with their names and types', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);

    expect((await world.organizations('ListTargetsForPolicy', { PolicyId: 'p-FullAWSAccess' })).Targets).toEqual([
      expect.objectContaining({ TargetId: world.root, Name: 'Root', Type: 'ROOT' }),
      expect.objectContaining({ Name: 'management', Type: 'ACCOUNT' }),
    ]);
  });
});

describe('the resource policy', () => {
  test('is put, described and deleted as one document', async () => {
    const world = await worldWith([]);
    const { ResourcePolicy } = await world.organizations('PutResourcePolicy', { Content: '{"Statement":[]}' });

    expect(await world.organizations('DescribeResourcePolicy')).toEqual({ ResourcePolicy });
    await world.organizations('DeleteResourcePolicy');
    await expect(world.organizations('DescribeResourcePolicy')).rejects.toEqual(
      refusal('ResourcePolicyNotFoundException'),
    );
  });

  test('lets a member do what it says, and nothing else', async () => {
    const world = await worldWith(['SERVICE_CONTROL_POLICY']);
    const member = await world.vend('security');
    const list = () => world.organizations('ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' }, member);
    await expect(list()).rejects.toEqual(refusal('AccessDeniedException'));
    const delegation = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${member}:root` },
        Action: 'organizations:List*',
        Resource: '*',
      },
    };
    await world.organizations('PutResourcePolicy', { Content: JSON.stringify(delegation) });
    await expect(list()).resolves.toHaveProperty('Policies');
    await expect(world.organizations('ListRoots', {}, await world.vend('another'))).rejects.toEqual(
      refusal('AccessDeniedException'),
    );
    const attach = world.organizations('AttachPolicy', { PolicyId: 'p-FullAWSAccess', TargetId: member }, member);
    await expect(attach).rejects.toEqual(refusal('AccessDeniedException'));
  });

  test('refuses text that is no JSON', async () => {
    await expect((await worldWith([])).organizations('PutResourcePolicy', { Content: 'allow' })).rejects.toEqual(
      refusal('InvalidInputException', 'INVALID_RESOURCE_POLICY_JSON'),
    );
  });
});
