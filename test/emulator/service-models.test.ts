import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServices } from '../../emulator/create-services';
import { Credentials } from '../../emulator/gateway/credentials';
import { lists as configLists } from '../../emulator/services/config/paging';
import { lists as macieLists } from '../../emulator/services/macie2/paging';
import { lists as securityHubLists } from '../../emulator/services/securityhub/paging';
import { AwsError } from '../../emulator/toolkit/errors';
import type { Service } from '../../emulator/toolkit/service';
import { defaultSettings } from '../../emulator/world';
import { type HeardCall, invoke, listenToCalls } from '../support/calls';
import { answerComplaints, commonErrors, errorsOf, refusalComplaints, routeOf } from '../support/model-complaints';
import { describeWitnessed, modelOf } from '../support/service-models';
import { deviations } from './service-model-deviations';

const moto = { request: async () => ({ status: 200, body: '' }) };
const { services } = createServices(defaultSettings, moto, new Credentials());
const operationsOf = (service: Service): string[] =>
  service.protocol === 'rest' ? service.routes.map(({ operation }) => operation) : Object.keys(service.operations);
const offered = services.flatMap((service) => operationsOf(service).map((operation) => ({ service, operation })));
const labelled = offered.map(({ service, operation }) => [`${service.name}:${operation}`, service, operation] as const);

/** A path without what its labels are called: GuardDuty's model writes `DetectorId` there and `detectorId` in bodies. */
const unlabelled = (path: string): string => path.replace(/:\w+/g, ':');

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

describeWitnessed('the models of AWS', () => {
  it.each(labelled)('have %s', (_label, { name }, operation) => {
    expect(modelOf(name).operations).toHaveProperty(operation);
  });

  it.each(labelled)('demand what %s cannot do without', async (_label, service, operation) => {
    const { operations, shapes } = modelOf(service.name);
    const { required = [] } = shapes[operations[operation]?.input?.shape ?? ''] ?? {};
    const origin = { account: defaultSettings.managementAccount, region: 'us-east-1' };
    const thrown = await invoke(service, operation, {}, origin).catch((error) => error);
    if (thrown instanceof Error) expect(thrown).toBeInstanceOf(AwsError);
    const missing = /Value at '(\w+)' failed to satisfy constraint: Member must not be null/.exec(thrown?.message)?.[1];
    expect([...required, undefined]).toContain(missing);
  });

  const routed = services.flatMap((service) =>
    service.protocol === 'rest'
      ? service.routes.map((route) => [`${service.name}:${route.operation}`, service.name, route] as const)
      : [],
  );
  it.each(routed)('name %s by the same request', (_label, name, { operation, method, path, query = {} }) => {
    const asked = routeOf(modelOf(name), operation);
    expect({ method, path: unlabelled(path), query }).toEqual({ ...asked, path: unlabelled(asked.path) });
  });

  const cut = [
    ...Object.entries(configLists).map(([operation, list]) => ['config', operation, list] as const),
    ...Object.entries(macieLists).map(([operation, list]) => ['macie2', operation, list] as const),
    ...Object.entries(securityHubLists).map(([operation, list]) => ['securityhub', operation, list] as const),
  ];
  it.each(cut)('let %s:%s have as many items on a page', (service, operation, [member, most]) => {
    const { operations, shapes } = modelOf(service);
    const membersOf = (shape = '') => shapes[shape]?.members ?? {};
    const { input, output } = operations[operation] ?? {};
    expect(membersOf(output?.shape)).toHaveProperty(member);
    const { Limit, MaxResults, maxResults } = membersOf(input?.shape);
    const limit = Limit ?? MaxResults ?? maxResults;
    expect(limit ? shapes[limit.shape]?.max : most).toBe(most);
  });

  it.each(readdirSync('emulator/services'))('know each error that emulator/services/%s names', (folder) => {
    const known = errorsOf(modelOf(folder === 'sagemaker-lineage' ? 'sagemaker' : folder));
    const named = sourcesIn(join('emulator/services', folder)).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/new AwsError\(\s*'(\w+)'|(?<!type: )'(\w+Exception)'/g)].map(
        ([, a, b]) => a ?? b,
      ),
    );
    // A model without any, as EC2's, does not say which there are.
    const unknown = (code = '') => known.size > 0 && !known.has(code) && !commonErrors.has(code);
    expect([...new Set(named)].filter(unknown)).toEqual([]);
  });
});

/** The tests of the services once more, with another witness: whatever they hear from the emulated AWS, AWS could have said. */
describeWitnessed('each test of a service hears what AWS can say', () => {
  const complaints: string[] = [];
  const met = new Set<string>();

  const judge = (call: HeardCall): string[] => {
    const model = modelOf(call.service.name);
    if ('answer' in call) return answerComplaints(model, call.operation, call.answer);
    return call.thrown instanceof AwsError ? refusalComplaints(model, call.operation, call.thrown) : [];
  };
  listenToCalls((call) => {
    for (const complaint of judge(call)) {
      const text = `${call.service.name}:${call.operation} ${complaint}`;
      if (text in deviations) met.add(text);
      else complaints.push(text);
    }
  });
  afterEach(() => expect(complaints.splice(0)).toEqual([]));

  for (const file of sourcesIn('test/emulator/services')) {
    describe(`${file}`, () => {
      require(resolve(file));
    });
  }

  it('and every deviation that has a reason is still one', () => {
    expect([...met].sort()).toEqual(Object.keys(deviations).sort());
  });
});
