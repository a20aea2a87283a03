import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** A file that holds no Ed25519 key of the kind that is asked for, or cannot be read or written. */
export class UnusableKey extends Error {
  constructor(file: string, what: string, options?: ErrorOptions) {
    super(`${file} cannot be used as a key: ${what}`, options);
    this.name = 'UnusableKey';
  }
}

/** @throws UnusableKey */
export const readPrivateKey = (file: string): KeyObject => read(file, 'private', createPrivateKey);

/** Takes a private key, too, of which it keeps the public half. @throws UnusableKey */
export const readPublicKey = (file: string): KeyObject => read(file, 'public', createPublicKey);

/** A new pair as PEM; the private key is for its owner only. Neither file may exist. @throws UnusableKey */
export function writeKeyPair(files: { readonly key: string; readonly public: string }): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  write(files.key, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  write(files.public, publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
}

/** SHA-256 (hex) over the public half: names a key without telling it. */
export function fingerprintOf(key: KeyObject): string {
  const publicKey = key.type === 'public' ? key : createPublicKey(key);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function read(file: string, kind: string, parse: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'there is no such file' : `there is no ${kind} key in PEM in it`;
    throw new UnusableKey(file, what, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new UnusableKey(file, `it is of the type ${key.asymmetricKeyType}, where Ed25519 is needed`);
  return key;
}

function write(file: string, pem: string | Buffer, mode: number): void {
  try {
    writeFileSync(file, pem, { mode, flag: 'wx', flush: true });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const what = code === 'EEXIST' ? 'it exists, and is never written over' : message;
    throw new UnusableKey(file, what, { cause });
  }
}
