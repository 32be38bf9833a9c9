const locked = { '@@operators_allowed_for_child_policies': ['@@none'] };

/**
 * The AI services opt-out policy: no AI service of today or tomorrow keeps content to train itself, and no OU below may
 * say otherwise. Source: Organizations User Guide, orgs_manage_policies_ai-opt-out_syntax. Bedrock and SageMaker have no
 * key in it; they do not train on customer content.
 */
export const aiOptOutPolicy: string = JSON.stringify({
  services: { ...locked, default: { ...locked, opt_out_policy: { ...locked, '@@assign': 'optOut' } } },
});
