import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { landingZone } from '../cli/main';
import { runGroup } from './support/run-cli';

const page = readFileSync(join(__dirname, '../docs/tour.md'), 'utf8');

/** Each command of the page with what the page says that it prints. */
const shown = [...page.matchAll(/```sh\nnpx landing-zone ([^\n]+)\n```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, line = '', output = '']) => ({ line, output }),
);

/** What these print is of the emulated AWS, or of a synth, which keeps something beside the code; proofs take minutes. */
const recorded = /^(synth|diff|prove|plan|deploy)\b/;

/** Pieces of an output, which the page shows without what is between them. */
const piecesOf = (output: string): readonly string[] =>
  output
    .split(/^…$/m)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** A text without what follows from how large something is: figures, and how wide a table is drawn. */
const plain = (text: string): string =>
  text
    .replace(/\d[\d,.]*/g, '#')
    .replace(/─+/g, '─')
    .replace(/ +/g, ' ')
    .replace(/ $/gm, '');

jest.setTimeout(120_000);

describe('the tour', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-tour-'));
  beforeEach(() => jest.replaceProperty(process, 'env', { ...process.env, CDKTF_OUTDIR: outdir, NO_COLOR: '1' }));
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(outdir, { recursive: true }));

  it.each(shown.filter(({ line }) => !recorded.test(line)))('shows what $line prints', async ({ line, output }) => {
    const words = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));
    const { stdout, stderr } = await runGroup(landingZone, words);
    let rest = plain(`${stdout}\n${stderr}`.replaceAll(outdir, 'cdktf.out'));
    for (const piece of piecesOf(plain(output))) {
      expect(rest).toContain(piece);
      rest = rest.slice(rest.indexOf(piece) + piece.length);
    }
  });
});
