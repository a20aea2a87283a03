import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';

const split = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;

/** `sort=<field>`: one of these, in the order of their text; any other is refused with their names. */
export const SortedBy = (fields: readonly string[]): PropertyDecorator =>
  applyDecorators(ApiProperty({ required: false, enum: fields }), IsOptional(), IsIn(fields));

/** `fields=<a>,<b>`: some of these; any other is refused with their names. */
export const FieldsOf = (fields: readonly string[]): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false, type: String, example: fields.slice(0, 2).join() }),
    IsOptional(),
    Transform(split),
    ArrayMaxSize(fields.length),
    IsIn(fields, { each: true }),
  );

/** Rows with the fields that were asked for; all of them where none were. */
export function shown<Row extends object>(rows: Row[], fields: readonly string[] | undefined): Row[] {
  if (!fields) return rows;
  const picked = (row: Row) => Object.entries(row).filter(([field]) => fields.includes(field));
  return rows.map((row) => Object.fromEntries(picked(row)) as Row);
}

/** The filters that were given. */
export const where = (filters: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).flatMap(([field, value]) => (value ? [[field, value]] : [])));
