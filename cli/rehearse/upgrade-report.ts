import type { Difference, UpgradeResult } from '../../rehearsal/upgrade';
import type { Context } from '../kit/command';

/** Whether the upgrade takes nothing away that is not announced, and ends in a state that asks for nothing. */
export const isSafe = ({ differences, refused, skipped, gone, drift, lockouts }: UpgradeResult): boolean =>
  !differences.some(({ unannounced }) => unannounced) &&
  [refused, skipped, gone, drift, lockouts].every(({ length }) => length === 0);

/** The upgrade for a person: every difference with what to do about it, what stopped it, and the verdict. */
export function upgradeText(result: UpgradeResult, colors: Context['colors']): string {
  const { from, steps, differences, refused, skipped, gone, drift, lockouts, requests, seconds } = result;
  const planned = steps.filter(({ phase }) => phase === 'upgrade').length;
  const title = `From ${from.version} (${from.commit.slice(0, 7)}): ${count(planned, 'stack')} planned, ${count(differences.length, 'difference')}.`;
  const safe = isSafe(result);
  const verdict = safe ? colors.green('Safe to upgrade') : colors.red('Not safe to upgrade');
  return [
    title,
    ...(differences.length > 0 ? [differences.map(differenceText).join('\n')] : []),
    ...refused.map(({ stack, errors }) => `Terraform refuses to plan ${stack}:\n\n${errors}`),
    ...skipped.map((stack) => `${stack} was not upgraded: it reads a stack that was refused.`),
    ...gone.map(
      (stack) =>
        `${stack} is no stack any more: what it deployed stays in AWS\n  todo: destroy it with the older release first, or leave it and keep its state`,
    ),
    ...drift.map(({ stack, plan }) => `The second plan of ${stack} is not empty:\n${plan}`),
    ...lockouts.map(
      ({ account, action, region, controls }) =>
        `${controls.join(', ')} would deny ${action} in ${region} to the deploy role of ${account}`,
    ),
    `${verdict}: ${requests} requests to AWS, ${seconds.toFixed(0)} s. Logs and plans are in .rehearsal/`,
  ].join('\n\n');
}

function differenceText({ stack, address, action, from, because, unannounced, advice }: Difference): string {
  const details = [
    from && `was ${from}`,
    because && `because of ${because.join(', ')}`,
    unannounced && 'not announced',
  ];
  const shown = details.filter(Boolean).join('; ');
  return `${stack}: ${action} ${address}${shown ? ` (${shown})` : ''}\n  todo: ${advice}`;
}

const count = (number: number, what: string): string => `${number || 'no'} ${what}${number === 1 ? '' : 's'}`;
