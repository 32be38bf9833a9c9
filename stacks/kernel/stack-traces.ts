/**
 * Stops CDKTF from taking a stack trace of unlimited depth for every token, which costs half of a large synth
 * (hashicorp/terraform-cdk#3892). Call it before the first construct; `LANDING_ZONE_DEBUG=1` keeps the traces.
 */
export function dropTokenStackTraces(): void {
  if (process.env.LANDING_ZONE_DEBUG) return;
  // CDK Terrain (npm `cdktn`), which continues CDKTF, has a switch for it.
  process.env.CDKTN_DISABLE_CREATION_STACK = '1';
  // CDKTF has none. A test looks at fresh tokens, so a version that keeps the function elsewhere does not go unnoticed.
  const module = require('cdktf/lib/tokens/private/stack-trace') as { captureStackTrace: () => string[] };
  module.captureStackTrace = () => [];
}
