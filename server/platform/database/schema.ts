/** What the rest of the server takes from the generated client: SQL building blocks, types of rows, enums. */
export { Prisma } from './generated/client.ts';
export * from './generated/enums.ts';
