import type { ControlSpec } from '../../schema/forms/control';

const create = 'sagemaker:CreateMonitoringSchedule';
const update = 'sagemaker:UpdateMonitoringSchedule';

/** A setting of a monitoring schedule, by its condition key of SageMaker. */
interface Switch {
  readonly key: string;
  /** As examples call it: `encryption`. */
  readonly name: string;
  /** How a schedule monitors where it is off: `in the clear`. */
  readonly off: string;
}

/**
 * Denies a monitoring schedule whose switch is off, and shows both sides of the edge. Left out is not denied: a schedule that refers to a job
 * definition has no network settings. Config sees the rest.
 */
export const mustNotBeOff = ({ key, name, off }: Switch): Pick<ControlSpec, 'prevent' | 'promises' | 'examples'> => ({
  prevent: { scp: [{ Action: [create, update], Condition: { Bool: { [key]: 'false' } } }] },
  promises: [
    {
      that: `No schedule is made or changed to monitor ${off}`,
      deny: {
        Action: ['sagemaker:CreateMonitoringSchedule', 'sagemaker:UpdateMonitoringSchedule'],
        Condition: { StringEquals: { [key]: 'false' } },
      },
    },
    {
      that: 'No schedule is made that does not say so',
      deny: { Action: 'sagemaker:CreateMonitoringSchedule', Condition: { Null: { [key]: 'true' } } },
      exception:
        'A schedule that refers to a job definition has no network settings, and nothing tells the two apart. AWS Config reports the others.',
    },
  ],
  examples: [
    { when: `${name} is turned off`, action: create, context: { [key]: 'false' }, denied: true },
    { when: 'an update turns it off', action: update, context: { [key]: 'false' }, denied: true },
    { when: `${name} is on`, action: create, context: { [key]: 'true' }, denied: false },
    { when: 'the schedule refers to a job definition', action: create, denied: false },
  ],
});
