import { mintToken, type Role, ROLES } from '@pm/access';
import { tokenSecret, tokenSettings } from '@pm/assembly';
import type { Config } from '@pm/config';
import { Command, InvalidArgumentError, Option } from 'commander';

/** `token`: mints a bearer token of this deployment. */
export function tokenCommand(config: Config): Command {
  return new Command('token')
    .description('mint a bearer token for the API')
    .option('--actor <id>', 'who acts: a pseudonym, never a name', 'demo')
    .addOption(
      new Option('--role <role...>', 'what they may do')
        .choices([...ROLES])
        .default(['controller', 'people-admin']),
    )
    .option('--hours <n>', 'how long it is valid', positive, 24)
    .action(async ({ actor, role, hours }: { actor: string; role: Role[]; hours: number }) => {
      const token = await mintToken(tokenSecret(config), tokenSettings(config), {
        actor,
        roles: role,
        ttlSeconds: Math.round(hours * 3600),
      });
      process.stdout.write(`${token}\n`);
    });
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('must be a number above 0');
  return value;
}
