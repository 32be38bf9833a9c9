import type { ControlSpec } from '../../schema/forms/control';
import type { LandingZone } from '../../schema/landing-zone';
import type { SourceFile } from '../../schema/problems/problem';
import { madeControl } from './made-control';
import { zoneOf } from './zone';

/** A control that only detects, in its file; by a managed rule of its own unless told otherwise. */
export const detectiveControl = (id: string, change: Partial<ControlSpec> = {}): SourceFile =>
  madeControl({
    id,
    title: `Nobody breaks ${id}`,
    prevent: undefined,
    detect: { managed: `MADE_${id.toUpperCase().replaceAll('-', '_')}` },
    examples: [
      { when: 'it is broken', compliant: false },
      { when: 'it is not', compliant: true },
    ],
    ...change,
  });

/** The sample with this catalog. */
export const zoneWith = (...controls: readonly SourceFile[]): LandingZone => zoneOf({ controls });

/** A remediation by a document of AWS that Config starts by itself. */
export const awsRemediation = {
  document: 'AWS-EnableS3BucketEncryption',
  resourceParameter: 'BucketName',
  parameters: { SSEAlgorithm: 'AES256' },
  automatic: true,
  permissions: [{ Action: 's3:PutEncryptionConfiguration', Resource: 'arn:aws:s3:::*' }],
} as const satisfies ControlSpec['respond'];

/** A remediation by steps of our own that a person starts. */
export const ownRemediation = {
  document: {
    description: 'Stops a notebook instance',
    mainSteps: [
      {
        name: 'stop',
        action: 'aws:executeAwsApi',
        inputs: { Service: 'sagemaker', Api: 'StopNotebookInstance', NotebookInstanceName: '{{ ResourceId }}' },
      },
    ],
  },
  automatic: false,
  permissions: [{ Action: 'sagemaker:StopNotebookInstance', Resource: '*' }],
} satisfies ControlSpec['respond'];
