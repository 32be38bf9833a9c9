import type { Actor } from './actors';

/** The API tokens that were issued, and whose they are. */
export class Tokens {
  private readonly actors = new Map<string, Actor>();

  constructor(private readonly newId: (length: number) => string) {}

  /** A new token in the form of HCP Terraform's own: 14 letters or digits, `.atlasv1.`, 67 of them. */
  issue(actor: Actor): string {
    const token = `${this.newId(14)}.atlasv1.${this.newId(67)}`;
    this.actors.set(token, actor);
    return token;
  }

  revoke(token: string): void {
    this.actors.delete(token);
  }

  /** Revokes whatever was issued to somebody, as when a run is over. */
  revokeAll(kind: Actor['kind'], id: string): void {
    for (const [token, actor] of this.actors) if (actor.kind === kind && actor.id === id) this.actors.delete(token);
  }

  /** Whose token an `Authorization` header has; undefined where nobody issued it. */
  tryIdentify(authorization: string | undefined): Actor | undefined {
    const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
    return this.actors.get(token);
  }
}
