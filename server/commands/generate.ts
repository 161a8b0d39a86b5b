import { generateClient } from './steps/generate-client.ts';

await generateClient((text) => console.log(text), true);
