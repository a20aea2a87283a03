import { isDecimalText } from '@pm/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A decimal number as text, up to 18 digits before and 18 after the point. */
export function IsDecimalText(options?: ValidationOptions): PropertyDecorator {
  const message = '$property must be a decimal number as text, such as "42.5"';
  return ValidateBy(
    { name: 'isDecimalText', validator: { validate: isDecimalText, defaultMessage: () => message } },
    options,
  );
}
