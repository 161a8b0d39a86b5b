import { cn } from './cn.ts';

type ProgressProps = { label: string; done: number; total: number; className?: string };

/** How far a long task is; a real figure, never an animation that only looks busy. */
export function Progress({ label, done, total, className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={done}
      max={Math.max(total, 1)}
      className={cn(
        'h-2 w-full appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-brand [&::-webkit-progress-value]:transition-all',
        className,
      )}
    />
  );
}
