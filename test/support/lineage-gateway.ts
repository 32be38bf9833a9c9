import type { AddressInfo } from 'node:net';
import { environmentFor } from '../../emulator/environment';
import { Credentials } from '../../emulator/gateway/credentials';
import { Faults } from '../../emulator/gateway/faults';
import { Gate } from '../../emulator/gateway/gate';
import { createGateway } from '../../emulator/gateway/gateway';
import { RequestLog } from '../../emulator/gateway/request-log';
import { routerOf } from '../../emulator/gateway/router';
import { MotoInventory } from '../../emulator/moto/inventory';
import { sts } from '../../emulator/services/sts';
import { AwsError } from '../../emulator/toolkit/errors';
import { guarded } from '../../emulator/toolkit/service';
import { noPolicies } from './authorization';
import type { Json } from './json';
import { type LineageWorld, lineageWorld, sagemakerArn, trialComponent } from './lineage-world';
import { MANAGEMENT } from './world';

/** An emulated AWS on loopback, with the deploy role of the account at home and what SageMaker made there by itself. */
export interface LineageGateway extends LineageWorld {
  /** Variables that lead an SDK here, as an administrator of the management account. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every call that was answered since the last `calls.length = 0`: `CreateArtifact 222222222222 eu-central-1`. */
  readonly calls: string[];
  close(): Promise<void>;
}

/** Versions of the group `triage`, the endpoints and the training jobs that there are. */
const versions = ['triage/1', 'triage/2', 'triage/3'];
export const endpoint = { name: 'Triage-live', arn: sagemakerArn('endpoint/triage-live') };
export const trainingJob = sagemakerArn('training-job/train-1');

/** Starts it on a free port. */
export async function startLineageGateway(): Promise<LineageGateway> {
  const lineage = lineageWorld();
  const { world, service } = lineage;
  const calls: string[] = [];
  const credentials = new Credentials();
  const key = credentials.issueUserKey(MANAGEMENT, 'administrator');
  const isOpen = () => true;
  const operations = guarded({ ...service.operations, ...registryAndHosting }, ({ operation, account, region }) =>
    calls.push(`${operation} ${account} ${region}`),
  );
  const services = [
    sts({ credentials, isOpen, organization: world.organization, hasRootSessions: () => false }),
    { ...service, operations },
  ];
  const server = createGateway({
    webIdentities: { ...world, issuers: new Map() },
    gate: new Gate(),
    credentials,
    routers: new Map(services.map((each) => [each.name, routerOf(each)])),
    moto: {
      ...world.moto,
      forward: () => Promise.reject(new Error('nothing is passed on')),
      close: () => Promise.resolve(),
    },
    motoInventory: new MotoInventory(),
    faults: new Faults(),
    log: new RequestLog(undefined),
    isOpen,
    authorization: noPolicies,
    note: () => undefined,
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    ...lineage,
    environment: environmentFor((server.address() as AddressInfo).port, key),
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What lineage is of: model packages, an endpoint and a training job. Endpoint ARNs are in small letters. */
const registryAndHosting: Readonly<Record<string, (call: { readonly input: Json }) => Json>> = {
  DescribeModelPackage: ({ input }) => {
    const version = versions.find((each) => input.ModelPackageName === sagemakerArn(`model-package/${each}`));
    if (!version) throw new AwsError('ValidationException', `ModelPackage ${input.ModelPackageName} does not exist.`);
    return { ModelPackageArn: sagemakerArn(`model-package/${version}`) };
  },
  ListModelPackages: ({ input: { ModelPackageGroupName, NextToken } }): Json => {
    const own = versions.filter((each) => each.startsWith(`${ModelPackageGroupName}/`));
    const page = (from: number, to: number) =>
      own.slice(from, to).map((each) => ({ ModelPackageArn: sagemakerArn(`model-package/${each}`) }));
    return NextToken
      ? { ModelPackageSummaryList: page(2, own.length) }
      : { ModelPackageSummaryList: page(0, 2), NextToken: own.length > 2 ? 'more' : undefined };
  },
  DescribeEndpoint: ({ input }) => {
    if (input.EndpointName !== endpoint.name)
      throw new AwsError('ValidationException', `Could not find endpoint "${input.EndpointName}".`);
    return { EndpointName: endpoint.name, EndpointArn: endpoint.arn };
  },
  ListTrialComponents: ({ input }) => ({
    TrialComponentSummaries: input.SourceArn === trainingJob ? [{ TrialComponentArn: trialComponent }] : [],
  }),
  DescribeTrialComponent: () => ({
    TrialComponentName: 'train-1-aws-training-job',
    Source: { SourceArn: trainingJob, SourceType: 'SageMakerTrainingJob' },
  }),
};
