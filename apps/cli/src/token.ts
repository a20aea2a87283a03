import { mintToken, type Role, ROLES } from '@pm/access';
import { tokenSecret, tokenSettings } from '@pm/assembly';
import type { Config } from '@pm/config';
import { namedId } from '@pm/eventing';
import { Command, InvalidArgumentError, Option } from 'commander';

interface TokenOptions {
  readonly actor: string;
  /** Their id. */
  readonly person?: string;
  readonly role: Role[];
  readonly hours: number;
}

/** `token`: mints a bearer token of this deployment. */
export function tokenCommand(config: Config): Command {
  return new Command('token')
    .description('mint a bearer token for the API')
    .option('--actor <id>', 'who acts: a pseudonym, never a name', 'demo')
    .addOption(
      new Option('--person <number>', 'who acts: the person with this number')
        .argParser(personIdOf)
        .conflicts('actor'),
    )
    .addOption(
      new Option('--role <role...>', 'what they may do')
        .choices([...ROLES])
        .default(['controller', 'people-admin']),
    )
    .option('--hours <n>', 'how long it is valid', positive, 24)
    .action(async ({ actor, person, role, hours }: TokenOptions) => {
      const token = await mintToken(tokenSecret(config), tokenSettings(config), {
        actor: person ?? actor,
        roles: role,
        ttlSeconds: Math.round(hours * 3600),
      });
      process.stdout.write(`${token}\n`);
    });
}

function personIdOf(number: string): string {
  if (number.length < 1 || number.length > 64) throw new InvalidArgumentError('must be 1 to 64 characters');
  return namedId('person', 'number', number);
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('must be a number above 0');
  return value;
}
