import type { Request } from '../proof/request';

/** Roles that no policy names, as a proof calls one of them. */
const somebody = /^arn:aws:iam::\d{12}:role\/somebody$/;

/** A request as a sentence has it: what, on what, and under which circumstances. */
export function requestText({ action, resource, context }: Request): string {
  const circumstances = Object.entries(context).flatMap(([key, values]) => {
    if (values.length === 0) return [`without ${key}`];
    if (key === 'aws:principalarn') return values.every((arn) => somebody.test(arn)) ? [] : [`as ${values.join(', ')}`];
    return [`with ${key} ${values.join(', ')}`];
  });
  return [`${action} on ${resource === '*' ? 'any resource' : resource}`, ...circumstances].join(', ');
}

/** `, for any role` where a request is made by whom no policy names. */
export const anyRole = ({ context }: Request): string =>
  (context['aws:principalarn'] ?? ['arn:aws:iam::999988887777:role/somebody']).every((arn) => somebody.test(arn))
    ? ' for any role'
    : '';
