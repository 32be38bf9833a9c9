import { defineCommand } from '../kit/command';
import { options } from './options';

export const evidence = defineCommand({
  name: 'evidence',
  summary:
    'Writes a dated bundle for an auditor: each control with its checks, replies, proofs, exceptions and hashes.',
  description:
    'Reads AWS as verify does, and changes nothing. What could not be read is named first. Secrets, prompts and people are taken out. ' +
    'The bundle is checked without this project, by sha256sum and openssl: docs/evidence.md.',
  options,
  refuses: true,
  examples: [
    'evidence --out evidence/2026-11 --period 2026-09..2026-11',
    'evidence --out evidence/offline --offline --at 2026-11-28',
    'evidence --out evidence/signed --sign key.pem --zip',
  ],
  run: (values, context) => (require('./run') as typeof import('./run')).run(values, context),
});
