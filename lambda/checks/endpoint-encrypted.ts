import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  type DescribeEndpointConfigOutput,
} from '@aws-sdk/client-sagemaker';
import type { Check, Verdict } from '../check';
import type { Clients } from '../clients';
import type { ResourceChange } from '../event';
import { endpoints } from './endpoints';
import { hasLocalStorage } from './local-storage';

/**
 * What SageMaker's `DescribeEndpointConfig` and Config's record of `AWS::SageMaker::EndpointConfig` both say, in the same
 * letters (awslabs/aws-config-resource-schema, 1814225).
 */
interface EndpointConfiguration {
  readonly KmsKeyId?: string;
  readonly ProductionVariants?: readonly Variant[];
  readonly ShadowProductionVariants?: readonly Variant[];
}

interface Variant {
  readonly InstanceType?: string;
  readonly InstancePools?: readonly { readonly InstanceType?: string }[];
  readonly ServerlessConfig?: object;
}

type Judgement = Pick<Verdict, 'compliance' | 'annotation'>;

/**
 * The disks of an endpoint are encrypted with a customer's key. The key is a property of the endpoint's configuration, so this
 * is what it judges: each one when it is made, and on schedule those that an endpoint serves from. The parameter `kmsKeyArns`
 * (ARNs with commas between them) limits the keys.
 */
export const endpointEncrypted: Check = {
  async onChange(change, { parameters, clients: { sagemaker } }) {
    const { resourceType, resourceId } = change;
    const configuration = change.configuration ?? (await tryDescribe(sagemaker, nameOf(change)));
    if (!configuration) return { resourceType, resourceId, compliance: 'NOT_APPLICABLE' };
    return { resourceType, resourceId, ...judge(configuration, parameters.kmsKeyArns) };
  },

  async onSchedule({ parameters, clients: { sagemaker } }) {
    const configurations = new Map<string, DescribeEndpointConfigOutput | undefined>();
    const orphans: Verdict[] = [];
    for await (const { arn, configurationName: name } of configured(sagemaker)) {
      if (!configurations.has(name)) configurations.set(name, await tryDescribe(sagemaker, name));
      if (configurations.get(name) === undefined) orphans.push(orphan(arn, name));
    }
    const served = [...configurations].flatMap(([name, configuration]) =>
      configuration
        ? {
            resourceType: 'AWS::SageMaker::EndpointConfig',
            resourceId: configuration.EndpointConfigArn ?? name,
            ...judge(configuration, parameters.kmsKeyArns),
          }
        : [],
    );
    return [...served, ...orphans];
  },
};

/** SageMaker lets people delete a configuration under an endpoint, which goes on serving. */
const orphan = (endpointArn: string, configurationName: string): Verdict => ({
  resourceType: 'AWS::SageMaker::Endpoint',
  resourceId: endpointArn,
  compliance: 'NON_COMPLIANT',
  annotation: `Its configuration ${configurationName} was deleted, so its key cannot be seen: update it to a new one.`,
});

function judge(configuration: EndpointConfiguration, kmsKeyArns?: string): Judgement {
  const { KmsKeyId: key, ProductionVariants = [], ShadowProductionVariants = [] } = configuration;
  if (ProductionVariants.length > 0 && [...ProductionVariants, ...ShadowProductionVariants].every(takesNoKey))
    return { compliance: 'NOT_APPLICABLE', annotation: 'No variant has a volume that the key would encrypt.' };
  if (!key)
    return {
      compliance: 'NON_COMPLIANT',
      annotation: 'KmsKeyId is not set. It cannot be added: make a new configuration, and update the endpoint to it.',
    };
  if (kmsKeyArns && !isOneOf(key, kmsKeyArns))
    return { compliance: 'NON_COMPLIANT', annotation: `${key} is not among the keys of the rule (kmsKeyArns).` };
  return { compliance: 'COMPLIANT' };
}

/** SageMaker API, `CreateEndpointConfig`, `KmsKeyId`: the key is for the storage volume, and does not encrypt local storage. */
function takesNoKey({ InstanceType, InstancePools = [], ServerlessConfig }: Variant): boolean {
  const types = [{ InstanceType }, ...InstancePools].flatMap((pool) => pool.InstanceType ?? []);
  return ServerlessConfig !== undefined || (types.length > 0 && types.every(hasLocalStorage));
}

/** A configuration names its key by ARN or by id. */
const isOneOf = (key: string, arns: string): boolean =>
  arns
    .split(',')
    .map((arn) => arn.trim())
    .some((arn) => arn === key || arn.endsWith(`:key/${key}`));

/** The record of an oversized change may lack the name. The id ends in it, be it a name or an ARN. */
const nameOf = ({ resourceName, resourceId }: ResourceChange): string =>
  resourceName ?? resourceId.replace(/^.*\//, '');

async function* configured(sagemaker: Clients['sagemaker']) {
  for await (const { EndpointName, EndpointArn: arn } of endpoints(sagemaker)) {
    const endpoint = await tryFind(sagemaker.send(new DescribeEndpointCommand({ EndpointName })));
    if (arn && endpoint?.EndpointConfigName) yield { arn, configurationName: endpoint.EndpointConfigName };
  }
}

const tryDescribe = (sagemaker: Clients['sagemaker'], EndpointConfigName: string) =>
  tryFind(sagemaker.send(new DescribeEndpointConfigCommand({ EndpointConfigName })));

/** The answer, or undefined where the thing is gone: SageMaker has no error of its own for that. */
async function tryFind<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationException' && /could not find/i.test(error.message))
      return undefined;
    throw error;
  }
}
