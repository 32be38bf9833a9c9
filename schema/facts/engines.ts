/** Programs that read what is synthesized: Terraform, and OpenTofu, its open fork. */
export const engines = ['terraform', 'tofu'] as const;

export type EngineName = (typeof engines)[number];
