import { find, resources, type Stack, type Stacks, synth } from '../support/synth';
import { sampleSettings, zoneOf } from '../support/zone';

const stacks = synth(zoneOf());
const all = Object.values(stacks);
const accounts = Object.keys(stacks).filter((name) => /^(account|ai)-/.test(name));

const statesOf = ({ json }: Stack): string[] => Object.keys(json.data?.terraform_remote_state ?? {});

/** Every `data.terraform_remote_state.X.outputs.NAME` of a stack, with the key where one is picked out of a map. */
function references(stack: Stack) {
  const pattern = /data\.terraform_remote_state\.([\w-]+)\.outputs\.(\w+)(?:\.([\w-]+)|\[\\*"([^"\\]+)\\*"\])?/g;
  return [...JSON.stringify(stack.json).matchAll(pattern)].map(([text, producer = '', name = '', field, item]) => ({
    text,
    producer,
    name,
    key: field ?? item,
  }));
}

/** References that no output of their producer answers. */
const dangling = (all: Stacks, stack: Stack) =>
  references(stack)
    .filter(({ producer, name, key }) => {
      const value = all[producer]?.json.output?.[name]?.value;
      return value === undefined || (key === undefined ? typeof value !== 'string' : value[key] === undefined);
    })
    .map(({ text }) => text);

describe('wiring', () => {
  test('has one stack for each part of the landing zone and one for each active account', () => {
    expect(Object.keys(stacks).sort()).toEqual([
      'account-acquired',
      'account-log-archive',
      'account-management',
      'account-models',
      'account-partner',
      'account-sandbox',
      'account-security',
      'ai-models',
      'compliance',
      'cost',
      'log-archive',
      'management',
      'security',
    ]);
  });

  test.each(all)('lets $name read no output that its producer does not publish', (stack) => {
    expect(dangling(stacks, stack)).toEqual([]);
  });

  test.each(all)('gives $name a data source for each state that it reads, and for no other', (stack) => {
    expect(statesOf(stack).sort()).toEqual([...new Set(references(stack).map(({ producer }) => producer))].sort());
  });

  test.each(all.filter(({ name }) => name !== 'compliance' && name !== 'cost'))(
    'deploys $name after the stacks that it reads',
    (stack) => {
      expect([...stack.dependencies].sort()).toEqual(statesOf(stack).sort());
    },
  );

  test('deploys the conformance packs after every recorder, and the job that runs once after every bucket of models', () => {
    expect(accounts).toContain('ai-models');
    const compliance = find(stacks, 'compliance');
    expect([...compliance.dependencies].sort()).toEqual([...statesOf(compliance), ...accounts].sort());
  });

  test('lets whatever sends events to the findings bus wait for it: EventBridge may look at a target when it is put', () => {
    const senders = Object.values(stacks).filter((stack) =>
      Object.keys(resources(stack, 'aws_cloudwatch_event_target')).some((id) => id.startsWith('forward-')),
    );
    expect(senders.length).toBeGreaterThan(3);
    expect(
      senders.filter(({ name, dependencies }) => name !== 'security' && !dependencies.includes('security')),
    ).toEqual([]);
    const targets = resources(find(stacks, 'security'), 'aws_cloudwatch_event_target');
    const forwarded = Object.entries(targets).filter(([id]) => id.startsWith('forward-'));
    expect(forwarded.length).toBeGreaterThan(3);
    for (const [, { depends_on }] of forwarded)
      expect(depends_on).toContain('aws_cloudwatch_event_bus_policy.findings-bus-policy');
  });

  test('deploys the conformance packs beside the stacks of models where no job runs once', () => {
    const services = { ...sampleSettings().services, macie: { enabled: true } };
    const compliance = find(synth(zoneOf({ settings: { services } })), 'compliance');
    expect(compliance.dependencies.filter((name) => name.startsWith('ai-'))).toEqual([]);
    expect(compliance.dependencies).toEqual(
      expect.arrayContaining(accounts.filter((name) => name.startsWith('account-'))),
    );
  });

  test('deploys what costs need after the packs, and lets nothing wait for it: AWS refuses it until Cost Explorer is opened', () => {
    const cost = find(stacks, 'cost');
    expect([...cost.dependencies].sort()).toEqual([...statesOf(cost), 'compliance'].sort());
    expect(all.filter(({ dependencies }) => dependencies.includes('cost'))).toEqual([]);
    const costly = (stack: Stack) =>
      Object.keys(stack.json.resource ?? {}).filter((type) => /^aws_(budgets|ce)_/.test(type));
    expect(all.filter((stack) => costly(stack).length > 0).map(({ name }) => name)).toEqual(['cost']);
  });

  test('keeps management free of any other state, because it is the first that is deployed', () => {
    expect(find(stacks, 'management').dependencies).toEqual([]);
    expect(find(stacks, 'management').json.data).toBeUndefined();
  });

  test('publishes each output under a name of its own choice, and none that CDKTF invents', () => {
    const invented = all.filter(({ json }) => /cross-stack-(output|reference)/.test(JSON.stringify(json)));
    expect(invented.map(({ name }) => name)).toEqual([]);
    const names = all.flatMap(({ json }) => Object.keys(json.output ?? {}));
    expect(names.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
  });
});
