import { defineAccount } from '../schema/forms/account';

/** Experiments on public data; no model leaves it. */
export default defineAccount({
  name: 'sandbox',
  email: 'aws+sandbox@example.com',
  ou: 'Sandbox',
  owner: 'ml-research',
  defaultVpcs: 'close',
  // Whoever calls a model is logged, also here: without it, calls are denied (bedrock-logged-calls).
  ai: { dataClassification: 'public', bedrock: {} },
});
