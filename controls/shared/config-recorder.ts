import { names } from '../../schema/facts/names';
import type { Settings } from '../../schema/forms/settings';

const recorders = (settings: Settings): string => `arn:aws:iam::*:role/${names.configRecorderRole(settings)}`;

/** Leaves the recorder of AWS Config to describe what is there: its role reads settings, and `identity-protected-roles` keeps it. */
export const spareConfigRecorder = (settings: Settings) => ({
  ArnNotLike: { 'aws:PrincipalArn': recorders(settings) },
});

export const notConfigRecorder = (settings: Settings) => ({
  that: 'the principal is not the recorder of AWS Config',
  Condition: { ArnNotEquals: { 'aws:PrincipalArn': recorders(settings) } },
});
