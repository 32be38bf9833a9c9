import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Problem } from '../../schema/problems/problem';
import { optionProblem } from '../kit/invalid-request';
import type { Options } from './options';
import { readKey } from './sign';
import { type FiledVerification, readVerification } from './verification-file';

/** What the options lead to, beside what is wrong with them. */
export interface Input {
  readonly problems: readonly Problem[];
  readonly out: string;
  readonly key: KeyObject | undefined;
  readonly verification: FiledVerification | undefined;
}

/** Reads the files that the options name, and looks where the bundle is to go; nothing is written. */
export function readInput(options: Options): Input {
  const { out, sign, verification } = options;
  const key = sign === undefined ? undefined : readKey(sign);
  const read = verification === undefined ? undefined : readVerification(verification);
  return {
    out: out ?? '',
    key: key && 'key' in key ? key.key : undefined,
    verification: read && 'value' in read ? read : undefined,
    problems: [
      ...outProblems(options),
      ...(key && 'problem' in key
        ? [
            optionProblem(
              'sign',
              sign,
              `must be an Ed25519 key in PEM without a passphrase: ${key.problem}`,
              'openssl genpkey -algorithm ed25519 -out key.pem makes one',
            ),
          ]
        : []),
      ...(read && 'problem' in read
        ? [
            optionProblem(
              'verification',
              verification,
              `must be what verify printed: ${read.problem}`,
              'npx landing-zone verify --json --raw > verification.json',
            ),
          ]
        : []),
      ...artifactProblems(options),
    ],
  };
}

function outProblems({ out, zip }: Options): readonly Problem[] {
  const fix = "name a folder that is not there yet, such as 'evidence/2026-11-28': bundles are kept, not written over";
  if (out === undefined || out === '') return [optionProblem('out', out, 'a bundle has a folder', fix)];
  const taken = existsSync(out) && !(statSync(out).isDirectory() && readdirSync(out).length === 0);
  if (taken) return [optionProblem('out', out, 'must be new or empty', fix)];
  return zip && existsSync(`${out}.zip`) ? [optionProblem('out', out, `${out}.zip is there already`, fix)] : [];
}

function artifactProblems(options: Options): readonly Problem[] {
  const { out = '', offline } = options;
  const { 'artifact-download': wanted, 'artifact-folder': folder } = options;
  if (wanted.length === 0) return [];
  return [
    ...(offline
      ? [
          optionProblem(
            'artifact-download',
            wanted.join(', '),
            'nothing is downloaded with --offline',
            'leave one of the two out',
          ),
        ]
      : []),
    ...(folder === undefined || `${resolve(folder)}${sep}`.startsWith(`${resolve(out)}${sep}`)
      ? [
          optionProblem(
            'artifact-folder',
            folder,
            'reports of AWS lie outside the bundle: AWS gives them in confidence',
            "name a folder beside it, such as 'artifact/'",
          ),
        ]
      : []),
  ];
}
