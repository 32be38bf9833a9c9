import { statSync } from 'node:fs';
import type { Problem } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import { sampleFiles } from './files/sample';
import { type TrailFile, trailFilesIn } from './files/trail-files';
import type { Options } from './options';

/** The files that the options mean, or none where they mean Athena; and every problem of them. */
export function filesAsked({ files: folder, sample, role }: Options): {
  readonly files: readonly TrailFile[] | undefined;
  readonly problems: readonly Problem[];
} {
  if (folder === undefined && !sample) return { files: undefined, problems: [] };
  const problems = [
    ...(sample && folder !== undefined
      ? [optionProblem('files', folder, 'the sample has files of its own', 'leave out --files or --sample')]
      : []),
    ...(role === undefined
      ? []
      : [optionProblem('role', role, 'files at hand are read without AWS', 'leave out --role')]),
  ];
  if (folder === undefined) return { files: sampleFiles(), problems };
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const files = isFolder ? trailFilesIn(folder) : [];
  return {
    files,
    problems: [
      ...problems,
      ...(files.length === 0
        ? [
            optionProblem(
              'files',
              folder,
              isFolder ? 'has no file of CloudTrail, .json.gz or .json, in any folder below' : 'must be a folder',
              "copy some out of the trail: 'aws s3 sync s3://<trail bucket>/AWSLogs ./trail'",
            ),
          ]
        : []),
    ],
  };
}
