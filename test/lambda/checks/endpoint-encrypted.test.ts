import { ProductionVariantInstanceType } from '@aws-sdk/client-sagemaker';
import { endpointEncrypted } from '../../../lambda/checks/endpoint-encrypted';
import { hasLocalStorage } from '../../../lambda/checks/local-storage';
import { type Answers, fakeClients, inPages, serviceError } from '../fake-clients';

const key = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const otherKey = 'arn:aws:kms:eu-central-1:111122223333:key/99999999-12ab-34cd-56ef-1234567890ab';
const arnOf = (kind: string, name: string) => `arn:aws:sagemaker:eu-central-1:111122223333:${kind}/${name}`;

const onVolume = { VariantName: 'a', InstanceType: 'ml.m5.xlarge' };
const onLocalDisk = { VariantName: 'b', InstanceType: 'ml.g5.2xlarge' };
const serverless = { VariantName: 'c', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } };

const input = (answers: Answers, parameters: Record<string, string> = {}) => ({
  accountId: '111122223333',
  parameters,
  clients: fakeClients(answers).clients,
});

const change = {
  resourceType: 'AWS::SageMaker::EndpointConfig',
  resourceId: arnOf('endpoint-config', 'fraud'),
  gone: false,
};

const judged = async (configuration: object, kmsKeyArns?: string) =>
  endpointEncrypted.onChange?.({ ...change, configuration }, input({}, kmsKeyArns === undefined ? {} : { kmsKeyArns }));

describe('a configuration of an endpoint', () => {
  it('complies with a key', async () => {
    expect(await judged({ KmsKeyId: key, ProductionVariants: [onVolume] })).toEqual({
      resourceType: 'AWS::SageMaker::EndpointConfig',
      resourceId: change.resourceId,
      compliance: 'COMPLIANT',
    });
  });

  it.each([
    ['no key', { ProductionVariants: [onVolume] }],
    ['an empty key', { KmsKeyId: '', ProductionVariants: [onVolume] }],
    ['a key for the captured data only', { DataCaptureConfig: { KmsKeyId: key }, ProductionVariants: [onVolume] }],
    ['no key and one variant with a volume', { ProductionVariants: [onLocalDisk, onVolume] }],
    ['no key and a shadow with a volume', { ProductionVariants: [onLocalDisk], ShadowProductionVariants: [onVolume] }],
    ['no key and a pool with a volume', { ProductionVariants: [{ InstancePools: [onLocalDisk, onVolume] }] }],
    ['no key and a variant that does not say what it runs on', { ProductionVariants: [{ VariantName: 'd' }] }],
    ['nothing that is known', {}],
    ['its fields in other letters', { kmsKeyId: key, productionVariants: [onVolume] }],
  ])('does not comply with %s', async (_what, configuration) => {
    expect(await judged(configuration)).toMatchObject({ compliance: 'NON_COMPLIANT' });
  });

  it.each([
    ['serverless', { ProductionVariants: [serverless] }],
    ['on instances with a disk of their own', { ProductionVariants: [onLocalDisk] }],
    ['on pools of such instances', { ProductionVariants: [{ InstancePools: [onLocalDisk] }] }],
    ['partly the one, partly the other', { KmsKeyId: key, ProductionVariants: [serverless, onLocalDisk] }],
  ])('has no volume to encrypt where it is %s', async (_what, configuration) => {
    expect(await judged(configuration)).toMatchObject({ compliance: 'NOT_APPLICABLE' });
  });

  it.each([
    ['its ARN', key, `${otherKey}, ${key}`, 'COMPLIANT'],
    ['its id', '1234abcd-12ab-34cd-56ef-1234567890ab', key, 'COMPLIANT'],
    ['any key, where no list is given', key, '', 'COMPLIANT'],
    ['another key', key, otherKey, 'NON_COMPLIANT'],
    ['an alias', 'alias/models', key, 'NON_COMPLIANT'],
    ['the end of an id', '1234567890ab', key, 'NON_COMPLIANT'],
  ])('that names %s is held against the list of keys', async (_what, KmsKeyId, kmsKeyArns, compliance) => {
    expect(await judged({ KmsKeyId, ProductionVariants: [onVolume] }, kmsKeyArns)).toMatchObject({ compliance });
  });

  it('that was deleted before it could be looked up does not apply', async () => {
    const gone = serviceError('ValidationException', `Could not find endpoint configuration "${change.resourceId}".`);
    expect(await endpointEncrypted.onChange?.(change, input({ DescribeEndpointConfig: () => gone }))).toMatchObject({
      compliance: 'NOT_APPLICABLE',
    });
  });

  it.each([
    serviceError('ValidationException', 'Too long.'),
    serviceError('AccessDeniedException', 'You could not find it.'),
  ])('that cannot be looked up is not judged: %s', async (error) => {
    await expect(endpointEncrypted.onChange?.(change, input({ DescribeEndpointConfig: () => error }))).rejects.toBe(
      error,
    );
  });
});

describe('the endpoints of a region', () => {
  const configurations: Readonly<Record<string, object>> = {
    encrypted: { KmsKeyId: key, ProductionVariants: [onVolume] },
    plain: { ProductionVariants: [onVolume] },
  };
  /** Endpoints, by name the configuration that each serves from. */
  const described: unknown[] = [];
  const judgedOnSchedule = (served: Readonly<Record<string, string>>) => {
    described.length = 0;
    const names = Object.keys(served).map((name) => ({ EndpointName: name, EndpointArn: arnOf('endpoint', name) }));
    const missing = (what: string) => serviceError('ValidationException', `Could not find ${what}.`);
    return endpointEncrypted.onSchedule(
      input({
        ListEndpoints: inPages('Endpoints', names),
        DescribeEndpoint: ({ EndpointName }) =>
          EndpointName === 'deleted' ? missing('endpoint') : { EndpointConfigName: served[String(EndpointName)] },
        DescribeEndpointConfig: ({ EndpointConfigName: name }) => {
          described.push(name);
          const configuration = configurations[String(name)];
          return configuration
            ? { ...configuration, EndpointConfigArn: arnOf('endpoint-config', String(name)) }
            : missing('endpoint configuration');
        },
      }),
    );
  };

  it('are judged by what they serve from, all pages of them, each configuration once', async () => {
    expect(await judgedOnSchedule({ a: 'encrypted', b: 'plain', c: 'encrypted' })).toMatchObject([
      { resourceId: arnOf('endpoint-config', 'encrypted'), compliance: 'COMPLIANT' },
      { resourceId: arnOf('endpoint-config', 'plain'), compliance: 'NON_COMPLIANT' },
    ]);
    expect(described).toEqual(['encrypted', 'plain']);
  });

  it('do not comply where the configuration was deleted under them: nobody can see its key', async () => {
    expect(await judgedOnSchedule({ a: 'deleted-config', b: 'encrypted', c: 'deleted-config' })).toMatchObject([
      { resourceType: 'AWS::SageMaker::EndpointConfig', compliance: 'COMPLIANT' },
      { resourceType: 'AWS::SageMaker::Endpoint', resourceId: arnOf('endpoint', 'a'), compliance: 'NON_COMPLIANT' },
      { resourceType: 'AWS::SageMaker::Endpoint', resourceId: arnOf('endpoint', 'c'), compliance: 'NON_COMPLIANT' },
    ]);
  });

  it('are passed over where they are deleted meanwhile', async () => {
    expect(await judgedOnSchedule({ deleted: 'encrypted' })).toEqual([]);
  });
});

describe('the instances with a disk of their own', () => {
  const types = Object.values(ProductionVariantInstanceType);

  it.each(['ml.g5.xlarge', 'ml.p4d.24xlarge', 'ml.m5d.large', 'ml.trn1.32xlarge'])('include %s', (type) => {
    expect(types).toContain(type);
    expect(hasLocalStorage(type)).toBe(true);
  });

  it.each(['ml.m5.large', 'ml.c7i.xlarge', 'ml.inf2.xlarge', 'ml.p3.2xlarge', ''])('do not include %j', (type) => {
    expect(hasLocalStorage(type)).toBe(false);
  });

  it('include every family whose name says d for disk', () => {
    const families = new Set(types.map((type) => type.split('.')[1] ?? ''));
    const withDisk = [...families].filter((family) => /^[cmr]\d+g?d$/.test(family));
    expect(withDisk.length).toBeGreaterThan(0);
    expect(withDisk.filter((family) => !hasLocalStorage(`ml.${family}.large`))).toEqual([]);
  });
});
