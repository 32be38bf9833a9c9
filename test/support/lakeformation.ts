import { lakeformation } from '../../emulator/services/lakeformation';
import { invoke } from './calls';
import { type FakeWorld, fakeWorld } from './world';

export const LAKE = '444455556666';
export const ADMINISTRATOR = `arn:aws:iam::${LAKE}:role/Deployer`;
export const READER = `arn:aws:iam::${LAKE}:role/Reader`;

/** A lake with a table, two roles, and an administrator that every call is signed by unless told otherwise. */
export interface EmulatedLake {
  readonly world: FakeWorld;
  ask(operation: string, input?: object, principal?: string): ReturnType<typeof invoke>;
  /** What a user would have to delete. */
  leftovers(): string[];
}

const trusting = (service: string) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] });

/** Roles with the service that each trusts. */
const roles: Readonly<Record<string, string>> = {
  Deployer: 'ec2.amazonaws.com',
  Reader: 'sagemaker.amazonaws.com',
  Location: 'lakeformation.amazonaws.com',
};

const columns = [
  { Name: 'patient', Type: 'string' },
  { Name: 'age', Type: 'int' },
  { Name: 'home', Type: 'struct<city:string>' },
];

/** @param settled whether the administrator has put the settings already */
export async function emulatedLake(settled = true): Promise<EmulatedLake> {
  const world = fakeWorld({ moto: ({ service, body = '', headers }) => answer(service, body, headers) });
  const service = lakeformation(world);
  const ask: EmulatedLake['ask'] = (operation, input = {}, principal = ADMINISTRATOR) => {
    const caller = { account: LAKE, arn: principal, userId: 'AROAEXAMPLE', principal };
    return invoke(service, operation, input, { account: LAKE, region: 'eu-west-1', caller });
  };
  if (settled) await ask('PutDataLakeSettings', { DataLakeSettings: settingsOf('4') });
  return { world, ask, leftovers: () => service.leftovers().map(({ resource }) => resource) };
}

/** Settings with one administrator, in which IAM is given nothing. */
export const settingsOf = (version: string) => ({
  DataLakeAdmins: [{ DataLakePrincipalIdentifier: ADMINISTRATOR }],
  Parameters: { CROSS_ACCOUNT_VERSION: version },
});

/** The input of a grant of SELECT. */
export const selectOn = (Resource: object, principal = READER) => ({
  Principal: { DataLakePrincipalIdentifier: principal },
  Resource,
  Permissions: ['SELECT'],
});

function answer(service: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const missing = { status: 404, body: '' };
  if (service === 'iam') {
    const trusted = roles[new URLSearchParams(body).get('RoleName') ?? ''];
    if (!trusted) return missing;
    const policy = encodeURIComponent(trusting(trusted));
    return { status: 200, body: `<AssumeRolePolicyDocument>${policy}</AssumeRolePolicyDocument>` };
  }
  const { Name, DatabaseName = Name } = JSON.parse(body);
  const isTable = headers['x-amz-target']?.endsWith('GetTable');
  if (DatabaseName !== 'clinical' || (isTable && Name !== 'admissions')) return missing;
  const table = { StorageDescriptor: { Columns: columns }, PartitionKeys: [{ Name: 'year', Type: 'int' }] };
  return { status: 200, body: JSON.stringify({ Table: table }) };
}
