import type { OpenPath } from '../../policy/open-paths';
import { cell, code, table } from './catalog/markdown';

/** The ways round the promises that no policy closes, each with its reason: `docs/open-paths.md`. */
export function openPathsPage(paths: readonly OpenPath[]): string {
  const promises = [...new Set(paths.map(({ promise }) => promise))];
  return `${[
    '# Open paths',
    'Written by `npm run generate` out of `policy/open-paths/`; do not edit it.',
    `Some ways round what the controls promise are closed by no service or resource control policy. These ${paths.length} are known. A test asks the packed policies of the sample about each: one that is closed by now may not stay here. The ways that are closed, each with the control that closes it, are in \`test/policy/paths/\`.`,
    ...promises.flatMap((promise) => [
      `## ${promise}`,
      table(
        ['Who', 'What', 'Through', 'Why it is open'],
        paths
          .filter((path) => path.promise === promise)
          .map(({ who, what, request, reason }) => [cell(who), cell(what), code(request.action), cell(reason)]),
      ),
    ]),
  ].join('\n\n')}\n`;
}
