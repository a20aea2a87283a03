import { csv } from './csv.js';
import { ndjson } from './ndjson.js';
import { parquet } from './parquet.js';
import { xlsx } from './xlsx.js';

export const FORMATS = { csv, ndjson, xlsx, parquet };

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

export const MEDIA_TYPES = Object.values(FORMATS).map(({ mediaType }) => mediaType.split(';')[0]!);
