import { main } from './cli/main';

/** What CDKTF's CLI runs: `landing-zone synth` reads, checks and builds the landing zone, and writes every stack. */
main(['synth', ...process.argv.slice(2)]);
