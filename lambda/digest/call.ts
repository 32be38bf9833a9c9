import { type BusEvent, textAt } from './event';
import type { Told } from './told';

/** What is told of a call that CloudTrail recorded: who called what, and whether it was denied. */
export function readCall({ detail, source }: BusEvent): Told {
  const name = textAt(detail, 'eventName');
  const by = textAt(detail, 'userIdentity', 'arn') || textAt(detail, 'userIdentity', 'type');
  const of = textAt(detail, 'requestParameters', 'roleArn') || textAt(detail, 'requestParameters', 'modelPackageArn');
  const error = textAt(detail, 'errorCode');
  const title = [name, of && `of ${of}`, by && `by ${by}`, error && `refused: ${error}`].filter(Boolean).join(' ');
  return { ...kindOf(name, source, textAt(detail, 'userIdentity', 'type')), title };
}

function kindOf(name: string, source = '', caller = ''): Pick<Told, 'severity' | 'kind'> {
  if (caller === 'Root' || name === 'AssumeRoot') return { severity: 'high', kind: 'Root users' };
  if (source === 'aws.sts') return { severity: 'critical', kind: 'Break-glass sessions' };
  if (source === 'aws.organizations') return { severity: 'high', kind: 'Organization' };
  if (source === 'aws.sagemaker') return { severity: 'low', kind: 'Model approvals' };
  if (source === 'aws.bedrock') return { severity: 'high', kind: 'Model access' };
  return { severity: 'high', kind: 'Detection switched off' };
}
