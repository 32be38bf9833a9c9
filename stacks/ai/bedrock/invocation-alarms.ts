import type { Construct } from 'constructs';
import type { Bedrock } from '../../../schema/forms/ai/bedrock';
import type { LandingZone } from '../../../schema/landing-zone';
import { LandingZoneStack } from '../../kernel/landing-zone-stack';
import { Part } from '../../kernel/part';
import { type CountedUse, ModelAlarm, perMantleModel, perModel } from '../../parts/model-alarm';

/** Of all models together; its dimension has no name there, and a query of the namespace finds it under any. */
const ofAll = '"AWS/Bedrock"';

const hour = 3_600;

interface Watched extends CountedUse {
  /** The alarm goes off above it. */
  readonly most: number | 'off';
}

/** Goes off where models are used as nobody planned, and where the record of their use is not delivered, in each region. */
export class InvocationAlarms extends Part {
  constructor(scope: Construct, id: string, { alarms }: Pick<Bedrock, 'alarms'>) {
    super(scope, id);
    const { zone, here } = LandingZoneStack.of(this);
    for (const region of here.account.regions)
      for (const { most, ...use } of [...watched(alarms), ...(mayUseMantle(zone) ? watchedAtMantle(alarms) : [])]) {
        if (most === 'off') continue;
        new ModelAlarm(this, `${use.word}-${region}`, { ...use, region, most, period: hour });
      }
  }
}

/** Whether policies let anybody use the endpoint: it is approved, or nothing asks for approval. */
const mayUseMantle = ({ ai, controls }: LandingZone): boolean =>
  ai.approvedServices.includes('bedrock-mantle') ||
  controls.some(({ id, mode }) => id === 'ai-services-approved' && mode !== 'on');

const watched = (alarms: Bedrock['alarms']): readonly Watched[] => [
  {
    word: 'bedrock-errors',
    metric: 'InvocationClientErrors',
    from: perModel,
    description: 'Models refused more calls in an hour than planned: ai.bedrock.alarms.clientErrorsPerHour',
    most: alarms.clientErrorsPerHour,
  },
  {
    word: 'bedrock-throttles',
    metric: 'InvocationThrottles',
    from: perModel,
    description: 'Models throttled more calls in an hour than planned: ai.bedrock.alarms.throttlesPerHour',
    most: alarms.throttlesPerHour,
  },
  {
    word: 'bedrock-invocations',
    metric: 'Invocations',
    from: perModel,
    description: 'Models were called more often in an hour than planned: ai.bedrock.alarms.invocationsPerHour',
    most: alarms.invocationsPerHour,
  },
  {
    word: 'bedrock-record',
    metric: 'ModelInvocationLogsS3DeliveryFailure',
    from: ofAll,
    description: 'What was asked of a model, and what it answered, did not reach the bucket of prompts',
    most: 0,
  },
];

/** Its errors are throttles as well, which it does not count by themselves: Bedrock User Guide, monitoring-mantle-metrics. */
const watchedAtMantle = (alarms: Bedrock['alarms']): readonly Watched[] => [
  {
    word: 'mantle-errors',
    metric: 'InferenceClientErrors',
    from: perMantleModel,
    description: 'The endpoint bedrock-mantle refused more calls than planned: ai.bedrock.alarms.clientErrorsPerHour',
    most: alarms.clientErrorsPerHour,
  },
  {
    word: 'mantle-inferences',
    metric: 'Inferences',
    from: perMantleModel,
    description: 'The endpoint bedrock-mantle was called more than planned: ai.bedrock.alarms.invocationsPerHour',
    most: alarms.invocationsPerHour,
  },
];
