import { type ClassValue, clsx } from 'clsx';

/** Joins class names, leaving out what is false. Later classes don't win over earlier ones: don't rely on it. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
