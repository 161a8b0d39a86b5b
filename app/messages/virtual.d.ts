declare module 'virtual:messages/*' {
  const catalogue: Record<string, import('./registry.ts').CompiledMessage>;
  export default catalogue;
}
