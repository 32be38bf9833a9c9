import { createServices } from '../../emulator/create-services';
import { emptyLists, withEmptyLists } from '../../emulator/empty-lists';
import { Credentials } from '../../emulator/gateway/credentials';
import { motoServices } from '../../emulator/moto/services';
import { tryHandler } from '../../emulator/toolkit/service';
import { defaultSettings } from '../../emulator/world';
import { invoke } from '../support/calls';
import { answerComplaints, routeOf } from '../support/model-complaints';
import { tryOperationsOfMoto } from '../support/moto-operations';
import { describeWitnessed, modelOf } from '../support/service-models';
import { MANAGEMENT } from '../support/world';

const moto = { request: async () => ({ status: 200, body: '' }) };
const { services: own } = createServices(defaultSettings, moto, new Credentials());
const extended = new Map(withEmptyLists(own).map((service) => [service.name, service]));
const offers = (name: string, operation: string) =>
  own.some((service) => service.name === name && tryHandler(service, operation) !== undefined);

const all = Object.entries(emptyLists).flatMap(([model, { signedAs, lists }]) =>
  Object.entries(lists).map(([operation, list]) => ({ model, signedAs, operation, list })),
);
const labelled = all.map((each) => [`${each.model}:${each.operation}`, each] as const);

describe('an empty list', () => {
  it.each(labelled)(
    'of %s is answered by no service itself, as what fills it is not',
    (_, { signedAs, operation, list }) => {
      expect([offers(signedAs, operation), offers(signedAs, list[1])]).toEqual([false, false]);
    },
  );

  it('is one that moto cannot fill either', () => {
    const byMoto = all.filter(({ signedAs }) => Object.hasOwn(motoServices, signedAs));
    const filled = tryOperationsOfMoto(byMoto.map(({ model, list: [, filledBy] }) => `${model}:${filledBy}`));
    if (!filled)
      return void process.stderr.write("skipped: moto's operations: python3 has no moto (pip install moto)\n");
    expect(byMoto.length).toBeGreaterThan(100);
    expect(filled).toEqual([]);
    expect(tryOperationsOfMoto(['glue:CreateSchema', 'glue:CreateBlueprint', 'ec2:BundleInstance'])).toEqual([
      'glue:CreateSchema',
    ]);
  });

  it('leaves what a service answers as it is', () => {
    for (const service of own) {
      const operations =
        'routes' in service ? service.routes.map((route) => route.operation) : Object.keys(service.operations);
      const after = extended.get(service.name);
      for (const operation of operations) expect(after && tryHandler(after, operation)).toBeDefined();
    }
  });
});

describeWitnessed('the models of AWS', () => {
  it.each(labelled)(
    'have %s and what fills it, and take its answer',
    async (_, { model, signedAs, operation, list }) => {
      const { operations } = modelOf(model);
      expect(operations).toMatchObject({ [operation]: {}, [list[1]]: {} });
      const service = extended.get(signedAs);
      if (!service) throw new Error(`nothing answers ${signedAs}`);
      const answer = await invoke(service, operation, {}, { account: MANAGEMENT, region: 'us-east-1' });
      expect(Object.values(answer)).toEqual([[]]);
      expect(answerComplaints(modelOf(model), operation, answer)).toEqual([]);
    },
  );

  const routed = labelled.filter(([, { model }]) => modelOf(model).metadata.protocol === 'rest-json');
  it.each(routed)('name %s by the same request', (_, { model, operation, list }) => {
    const { method, path } = routeOf(modelOf(model), operation);
    expect(list[2]).toBe(`${method} ${path.replace(/\/$/, '')}`);
  });
});
