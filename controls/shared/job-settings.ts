import { saysTrueOrFalse } from './assumptions';

/** Jobs whose request names the instances that they run on; an automatic job names none. */
export const jobs = [
  // Those that watch a model: its data, quality, bias and explanations.
  'sagemaker:Create*JobDefinition',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateProcessingJob',
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateTransformJob',
];

/** A setting that a request has to switch on by a condition key of SageMaker. */
interface Switch {
  readonly action: string;
  readonly key: string;
  /** As examples call it: `encryption`. */
  readonly name: string;
}

/** Denies a job definition whose switch is off or left out, and shows both sides of the edge. */
export const mustBeOn = ({ action, key, name }: Switch) => ({
  // IfExists also matches a request without the key: left out means off.
  prevent: { scp: [{ Action: action, Condition: { BoolIfExists: { [key]: 'false' } } }] },
  promises: [
    {
      that: `No such job is defined with ${name} off or left out`,
      deny: { Action: action, Condition: { StringNotEquals: { [key]: 'true' } } },
      assuming: [saysTrueOrFalse(key)],
    },
  ],
  examples: [
    { when: `${name} is left out`, action, denied: true },
    { when: `${name} is off`, action, context: { [key]: 'false' }, denied: true },
    { when: `${name} is on`, action, context: { [key]: 'true' }, denied: false },
  ],
});
