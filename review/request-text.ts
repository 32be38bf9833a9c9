import type { Request } from '../proof/request';

/** Roles that no policy names, as a proof calls one of them. */
const somebody = /^arn:aws:iam::\d{12}:role\/somebody$/;

/**
 * A request as a sentence has it: what, on what, and under which circumstances.
 *
 * @param isSaid whether the sentence says who makes it
 */
export function requestText({ action, resource, context }: Request, isSaid = false): string {
  const circumstances = Object.entries(context).flatMap(([key, values]) => {
    if (values.length === 0) return [`without ${key}`];
    if (key === 'aws:principalarn')
      return isSaid || values.every((arn) => somebody.test(arn)) ? [] : [`as ${values.join(', ')}`];
    // Whoever uses the SDK or the console does.
    if (key === 'aws:securetransport' && values.every((value) => value === 'true')) return [];
    return [`with ${key} ${values.join(', ')}`];
  });
  const on = action.startsWith('sts:') ? '' : ` on ${resource === '*' ? 'any resource' : resource}`;
  return [`${action}${on}`, ...circumstances].join(', ');
}

/** `, for any role` where a request is made by whom no policy names. */
export const anyRole = ({ context }: Request): string =>
  (context['aws:principalarn'] ?? ['arn:aws:iam::999988887777:role/somebody']).every((arn) => somebody.test(arn))
    ? ' for any role'
    : '';
