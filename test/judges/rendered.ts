type Json = unknown;

/**
 * The resources of a stack as checkov reads them: nothing that ends its parser (settings, states, moves), and a text in place of a reference
 * that stands among other text, as in a policy. References that are all of a value stay: checkov follows them from a bucket to its key.
 */
export function rendered(stack: string): string {
  const { provider, resource } = JSON.parse(stack) as Readonly<Record<string, Json>>;
  return JSON.stringify(
    { provider, resource },
    (_, value: Json) => (typeof value === 'string' ? resolved(value) : value),
    2,
  );
}

const reference = /(?<!\$)\$\{([^}]*)\}/g;
const whole = /^\$\{aws_[a-z0-9_]+\.[^.}]+\.[a-z_]+\}$/;

/** `${data.terraform_remote_state.security.outputs.topic_arn}` becomes `data.terraform_remote_state.security.outputs.topic_arn`. */
const resolved = (text: string): string =>
  whole.test(text)
    ? text
    : text.replace(reference, (_, inner: string) =>
        /account_id/.test(inner) ? anAccount : inner.replaceAll(/[\\"[\]]/g, '.'),
      );

/** An ARN has an account in it. */
const anAccount = '111122223333';
