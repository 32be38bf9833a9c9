import { accessanalyzer } from '../../emulator/services/accessanalyzer';
import { iam } from '../../emulator/services/iam';
import type { Json } from '../../emulator/toolkit/untyped';
import { invoke } from './calls';
import { type MotoRoles, motoRoles } from './moto-roles';
import { callOf, type FakeWorld, type FakeWorldOptions, fakeWorld, MANAGEMENT } from './world';

type Iam = ReturnType<typeof iam>;

/** IAM and Access Analyzer over a moto that keeps roles. */
export interface IamWorld {
  readonly world: FakeWorld;
  readonly service: Iam;
  /** Calls Access Analyzer. */
  readonly analyzers: ReturnType<typeof callOf>;
  readonly roles: MotoRoles['arns'];
}

/** IAM in an organization that is just created. */
export function iamWorld(options: FakeWorldOptions = {}): IamWorld {
  const { answer, arns } = motoRoles();
  const world = fakeWorld({ moto: answer, ...options });
  const analyzers = accessanalyzer(world);
  const service = iam(world, { 'access-analyzer.amazonaws.com': (account) => analyzers.roleUse(account) });
  return { world, service, analyzers: callOf(analyzers), roles: arns };
}

/** Calls an operation of IAM. */
export const call = (service: Iam, operation: string, input: Json = {}, account = MANAGEMENT): Promise<Json> =>
  invoke(service, operation, input, { account, region: 'us-east-1' });
