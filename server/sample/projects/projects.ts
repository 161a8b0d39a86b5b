import { ATLAS } from './atlas.ts';
import { HAMBURG_PROJECTS } from './hamburg-projects.ts';
import { HOUSE_PROJECTS } from './house-projects.ts';
import { PLANT_PROJECTS } from './plant-projects.ts';
import type { ToldProject } from './project.types.ts';

/** Atlas first; it is the one that everybody talks about. Twelve in all. */
export const PROJECTS: readonly ToldProject[] = [
  ATLAS,
  ...HOUSE_PROJECTS,
  ...HAMBURG_PROJECTS,
  ...PLANT_PROJECTS,
];
